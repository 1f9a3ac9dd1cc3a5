using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Validation;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Puts the engine together with Elsa's activities and the case activities; the same for service, simulation and tests.</summary>
public static class Prozessmaschine
{
    public static IWorkflowEngine Create(IDefinitionCatalog prozesse, TimeProvider clock)
    {
        IWorkflowEngine? engine = null;
        return engine = new WorkflowEngine(prozesse, Activities(() => engine!), clock, Expressions, new EngineOptions
        {
            // A lost database or a lost race is not the activity's fault: the whole burst is done again.
            AbortsBurst = e => e is OperationCanceledException or ConflictException or StoreUnavailableException,
        });
    }

    /// <summary>Functions that the host adds to JavaScript; the validator must know them.</summary>
    private static readonly IReadOnlyList<IExpressionExtension> Expressions = [new Fallausdruecke()];

    /// <summary>All activity types that a process may use; for validation and the palette.</summary>
    public static ActivityRegistry Activities() => Activities(() => throw new InvalidOperationException("This registry only describes."));

    /// <summary>Knows everything that a process may use.</summary>
    public static DefinitionValidator Validator() => new(Activities(), Expressions, Ereignisse);

    /// <summary>Names of the events that facts and dates of a Fall publish; a process may wait for these and for those of other processes.</summary>
    public static IReadOnlyCollection<string> Ereignisse { get; } = [.. TatsachenKatalog.Alle.Select(a => a.Name), Fristenabgleich.FristGeaendert];

    /// <summary>TypeScript declarations of what scripts in a definition may call, for completion in the editor.</summary>
    public static string Deklarationen(WorkflowDefinition? definition) => ScriptDeclarations.Write(definition, Fallausdruecke.Signaturen);

    /// <summary>Runs a recorded journal against a definition; nothing outside of it happens.</summary>
    public static Task<Engine.Replay.ReplayResult> ReplayAsync(
        Engine.Replay.RecordedJournal journal, WorkflowDefinition definition, CancellationToken cancellation = default) =>
        Engine.Replay.JournalReplay.RunAsync(journal, definition, Activities(), Expressions, cancellation);

    private static ActivityRegistry Activities(Func<IWorkflowEngine> engine) =>
        new(BuiltInActivities.All.Concat(Fallaktivitaeten.All(engine)));
}

/// <summary>What JavaScript in processes can ask about the Fall.</summary>
internal sealed class Fallausdruecke : IExpressionExtension
{
    public IEnumerable<(string Name, Func<IActivityContext, JsonNode?[], JsonNode?> Function)> Functions =>
    [
        // getAnker("PlanStand"): the day as text, or null while the fact has not happened.
        ("getAnker", (context, argumente) => context.Scope().Fall.AnchorOf(Name(argumente))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),

        // getFrist("Aufbewahrung"): the value in force as text, or null if nobody sets it.
        ("getFrist", (context, argumente) => context.Scope().Fristen.Find(Name(argumente))?.ToString()),
        ("getPhase", (context, _) => context.Scope().Fall.Phase.ToString()),

        // getZielgruppe(): the target group of the Fall as the Fachkonzept spells it, or null (R45).
        ("getZielgruppe", (context, _) => context.Scope() is var scope && scope.Fall.Zielgruppe is { } gruppe
            ? scope.Konzept.AlleZielgruppen.FirstOrDefault(g => string.Equals(g, gruppe, StringComparison.OrdinalIgnoreCase)) ?? gruppe
            : null),
    ];

    /// <summary>The same functions as an editor offers them, with the names that they take.</summary>
    public static IEnumerable<(string Name, string Signature)> Signaturen { get; } =
    [
        ("getAnker", $"(anker: {Auswahl(Ankerpunkte.Alle)}): string | null"),
        ("getFrist", $"(parameter: {Auswahl(Domain.Fachkonzepte.Fachkonzept.Parameter)}): string | null"),
        ("getPhase", $"(): {Auswahl(Enum.GetNames<Phase>())}"),
        ("getZielgruppe", "(): string | null"),
    ];

    private static string Auswahl(IEnumerable<string> namen) => string.Join(" | ", namen.Select(n => $"'{n}'"));

    private static string Name(JsonNode?[] argumente) => argumente.Length > 0 && argumente[0] is { } name ? name.ToString() : Ankerpunkte.Jetzt;
}
