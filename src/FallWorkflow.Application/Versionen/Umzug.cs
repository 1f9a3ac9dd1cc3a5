namespace FallWorkflow.Application.Versionen;

/// <summary>What a move to another version does to one process of one Fall, or why it cannot be done.</summary>
/// <param name="Beweglich">Whether it moves (or has moved).</param>
/// <param name="Hindernisse">Why it does not; empty if it does.</param>
/// <param name="Schritte">What becomes of the open steps.</param>
/// <param name="Termine">Dates that change, come or go.</param>
/// <param name="Behalten">Dates that stay as they are.</param>
/// <param name="NeueAufgaben">Titles of tasks that appear.</param>
/// <param name="EntfallendeAufgaben">Titles of tasks that vanish.</param>
public sealed record Umzug(
    string FallNummer,
    string InstanzId,
    bool Beweglich,
    IReadOnlyList<Hindernis> Hindernisse,
    IReadOnlyList<Umzugsschritt> Schritte,
    IReadOnlyList<Umzugstermin> Termine,
    IReadOnlyList<Umzugstermin> Behalten,
    IReadOnlyList<string> NeueAufgaben,
    IReadOnlyList<string> EntfallendeAufgaben);

/// <param name="Art">One of <see cref="Engine.Migration.MigrationObstacleKind"/>.</param>
/// <param name="Text">The same in words, with what to do.</param>
public sealed record Hindernis(string Art, string? Schritt, string Text);

/// <param name="Art">One of <see cref="Engine.Migration.MigratedStepKind"/>.</param>
public sealed record Umzugsschritt(string? Von, string? Nach, string Art);

/// <summary>A date before and after, in German time (<c>yyyy-MM-dd HH:mm</c>); null where there is none.</summary>
public sealed record Umzugstermin(string Bezeichnung, string? Bisher, string? Neu);
