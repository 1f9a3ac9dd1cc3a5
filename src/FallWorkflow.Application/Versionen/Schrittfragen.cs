using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Versionen;

/// <summary>Which steps of a version have no counterpart in another one, or cannot go on there, and where they could go.</summary>
internal static class Schrittfragen
{
    /// <param name="istProzess">Whether a step is a process of its own: who waits inside it cannot go on there, so it is always asked about.</param>
    public static IReadOnlyList<Schrittfrage> Questions(ActivityDefinition von, ActivityDefinition nach, Func<ActivityDefinition, bool> istProzess)
    {
        var neu = Children(nach, nach.Id).ToLookup(s => s.Behaelter, s => s.Schritt, StringComparer.Ordinal);
        return
        [
            .. Children(von, nach.Id)
                .Where(s => istProzess(s.Schritt) || !neu[s.Behaelter].Any(n => n.Id == s.Schritt.Id && n.Type == s.Schritt.Type))
                .Select(s => new Schrittfrage(
                    s.Schritt.Id, NameOf(s.Schritt), [.. neu[s.Behaelter].Select(n => new Schrittziel(n.Id, NameOf(n), n.Type == s.Schritt.Type))])),
        ];
    }

    public static IEnumerable<ActivityDefinition> Alle(ActivityDefinition wurzel) => wurzel.Activities.SelectMany(Alle).Prepend(wurzel);

    public static string NameOf(ActivityDefinition schritt) => schritt.DisplayText.Length > 0 ? schritt.DisplayText : schritt.Id;

    /// <param name="wurzel">What the root is called on both sides: roots are each other's counterparts, whatever their ids.</param>
    private static IEnumerable<(string Behaelter, ActivityDefinition Schritt)> Children(ActivityDefinition behaelter, string wurzel) =>
        behaelter.Activities.SelectMany(s => Children(s, s.Id).Prepend((wurzel, s)));
}
