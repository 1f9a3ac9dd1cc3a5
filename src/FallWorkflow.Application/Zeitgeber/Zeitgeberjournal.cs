using System.Text.Json.Nodes;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Application.Zeitgeber;

/// <summary>Reads from the journal which timers of an execution must be there.</summary>
internal static class Zeitgeberjournal
{
    /// <summary>Armed, perhaps moved, and neither fired nor dropped since. Rules are in journals written by this release and later ones only.</summary>
    public static IReadOnlyList<(string Name, DateTimeOffset DueAt, string? Rule)> StillArmed(IEnumerable<JournalEntry> eintraege)
    {
        var offene = new Dictionary<string, (string, DateTimeOffset, string?)>(StringComparer.Ordinal);
        foreach (var eintrag in eintraege)
        {
            if (eintrag.Data is null || JsonNode.Parse(eintrag.Data) is not JsonObject daten || daten["timer"]?.GetValue<string>() is not { } name)
                continue;
            switch (eintrag.Kind)
            {
                case JournalKinds.TimerArmed:
                    offene[name] = (name, daten["due"]!.GetValue<DateTimeOffset>(), daten["rule"]?.GetValue<string>());
                    break;
                case JournalKinds.TimerMoved when offene.TryGetValue(name, out var bisher):
                    offene[name] = (name, daten["to"]!.GetValue<DateTimeOffset>(), daten["rule"]?.GetValue<string>() ?? bisher.Item3);
                    break;
                case JournalKinds.TimerFired or JournalKinds.TimerDropped:
                    offene.Remove(name);
                    break;
            }
        }

        return [.. offene.Values];
    }
}
