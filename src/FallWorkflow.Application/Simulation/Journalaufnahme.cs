using System.Globalization;
using System.Text.RegularExpressions;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Replay;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// Records the journals of scenarios. Of each process the first instance is kept that does something which none before has
/// done: another step, another outcome.
/// </summary>
public sealed partial class Journalaufnahme(InMemoryDefinitionCatalog prozesse)
{
    private readonly HashSet<string> _gesehen = new(StringComparer.Ordinal);

    public List<(RecordedJournal Journal, string Name)> Results { get; } = [];

    public async Task AddAsync(string name, Szenario szenario, CancellationToken cancellation = default)
    {
        var simulation = Simulator.Prepare(prozesse, szenario);
        await simulation.RunUntilAsync(Ortszeit.EndOfDay(szenario.Von.AddMonths(szenario.Monate)), cancellation);
        var entries = simulation.Db.Engine.Journal.ToLookup(e => e.InstanceId);
        var nummern = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var instanz in simulation.Db.Engine.Instances.OrderBy(i => i.CreatedAt))
        {
            var nummer = nummern[instanz.DefinitionId] = nummern.GetValueOrDefault(instanz.DefinitionId) + 1;
            var journal = entries[instanz.Id].OrderBy(e => e.Sequence).ToList();
            if (journal.Aggregate(false, (neu, e) => _gesehen.Add(Trace(instanz.DefinitionId, e)) || neu))
            {
                var aufnahme = new RecordedJournal(instanz.DefinitionId, instanz.Version, instanz.Id, instanz.CorrelationId, name, journal);
                Results.Add((RecordedJournal.Read(Stable(aufnahme.Write())), string.Create(CultureInfo.InvariantCulture, $"{name}-{nummer}")));
            }
        }
    }

    private static string Trace(string definition, JournalEntry entry) =>
        $"{definition} {entry.Kind} {entry.ActivityId} {(entry.Kind == JournalKinds.ActivityCompleted ? entry.Data : "")}";

    /// <summary>Ids are random; numbered in the order of their appearance, recording again gives the same text.</summary>
    private static string Stable(string text)
    {
        var nummern = new Dictionary<string, int>(StringComparer.Ordinal);
        return Ids().Replace(text, treffer =>
        {
            var id = treffer.Value.Replace("-", "", StringComparison.Ordinal);
            if (!nummern.TryGetValue(id, out var nummer))
                nummern[id] = nummer = nummern.Count + 1;
            var neu = new Guid(nummer, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
            return neu.ToString(treffer.Value.Contains('-', StringComparison.Ordinal) ? "D" : "N");
        });
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
