using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Trials;

namespace FallWorkflow.Service.Befehle;

/// <summary>Prints a trial for the designer: a paragraph for the start and each step, with what was written, waits or went wrong.</summary>
internal static class Probelaufdruck
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter aus, WorkflowDefinition definition, TrialCase fall, TrialResult ergebnis)
    {
        aus.WriteLine(Befehlstexte.Of("Run.Kopf", definition.Name.Length > 0 ? definition.Name : definition.DefinitionId, definition.Version));
        if (fall.Title.Length > 0)
            aus.WriteLine(fall.Title);

        aus.WriteLine();
        aus.WriteLine(fall.Start is { } start ? Befehlstexte.Of("Run.StartDurch", Of(start)) : Befehlstexte.Of("Run.Start"));
        if (ergebnis.StartThrew is { } fehler)
            aus.WriteLine(Befehlstexte.Of("Run.StartFehler", fehler));
        var zuvor = Paragraph(aus, ergebnis.AfterStart, null);
        foreach (var (schritt, stand) in fall.Steps.Zip(ergebnis.AfterEachStep))
        {
            aus.WriteLine();
            aus.WriteLine(Of(schritt));
            zuvor = Paragraph(aus, stand, zuvor);
        }

        aus.WriteLine();
        List(aus, "Run.Ergebnisse", zuvor.Output);
        List(aus, "Run.Variablen", zuvor.FinalVariables);
    }

    private static TrialSnapshot Paragraph(TextWriter aus, TrialSnapshot stand, TrialSnapshot? zuvor)
    {
        foreach (var zeile in stand.Lines.Skip(zuvor?.Lines.Count ?? 0))
            aus.WriteLine(Befehlstexte.Of("Run.Zeile", zeile));
        foreach (var stoerung in stand.Incidents.Skip(zuvor?.Incidents.Count ?? 0))
            aus.WriteLine(Befehlstexte.Of(IsFallActivity(stoerung.Message) ? "Run.StoerungFall" : "Run.Stoerung", stoerung.ActivityId, stoerung.ActivityType, stoerung.Message));
        foreach (var warten in stand.WaitingFor)
            aus.WriteLine(Befehlstexte.Of("Run.Wartet", Of(warten)));
        if (stand.StuckAt.Count > 0)
            aus.WriteLine(Befehlstexte.Of("Run.StecktFest", string.Join(", ", stand.StuckAt)));
        aus.WriteLine(Befehlstexte.Of("Run.Stand", Befehlstexte.Of($"Run.Stand.{stand.SubStatus?.ToString() ?? "Keiner"}")));
        return stand;
    }

    // An activity of the Fall is unknown here on purpose; the designer should hear where it does run.
    private static bool IsFallActivity(string meldung) => meldung.Contains("'FallWorkflow.", StringComparison.Ordinal);

    private static string Of(TrialStep schritt) => schritt switch
    {
        TrialStep.EventPublished e => Befehlstexte.Of(e.Payload is null ? "Run.Ereignis" : "Run.EreignisMit", e.Name, Text(e.Payload)),
        TrialStep.TaskDone t => Befehlstexte.Of(t.Result is null ? "Run.Auftrag" : "Run.AuftragMit", t.Name, Text(t.Result)),
        TrialStep.TimePasses t => Befehlstexte.Of("Run.Zeit", t.Span.ToString("c", CultureInfo.InvariantCulture)),
        TrialStep.Cancelled => Befehlstexte.Of("Run.Abbruch"),
        TrialStep.WorkflowStarted s => Befehlstexte.Of("Run.Weiterer", s.DefinitionId),
        _ => throw new ArgumentOutOfRangeException(nameof(schritt)),
    };

    private static string Of(JsonObject warten)
    {
        if (warten["event"] is { } ereignis)
            return Befehlstexte.Of("Run.AufEreignis", Text(ereignis));
        if (warten["task"] is { } auftrag)
            return Befehlstexte.Of("Run.AufAuftrag", Text(auftrag));
        if (warten["cron"] is { } cron)
            return Befehlstexte.Of("Run.AufCron", Text(cron));
        if (warten["dueAt"] is { } faellig)
            return Befehlstexte.Of("Run.AufZeitpunkt", faellig.GetValue<DateTimeOffset>());
        if (warten["dueInSeconds"] is { } sekunden)
            return Befehlstexte.Of("Run.AufZeit", TimeSpan.FromSeconds(sekunden.GetValue<double>()).ToString("c", CultureInfo.InvariantCulture));
        return Befehlstexte.Of("Run.AufProzess", Text(warten["activity"]));
    }

    private static void List(TextWriter aus, string titel, JsonObject werte)
    {
        if (werte.Count == 0)
            return;
        aus.WriteLine(Befehlstexte.Of(titel));
        foreach (var (name, wert) in werte)
            aus.WriteLine(Befehlstexte.Of("Run.Wert", name, Text(wert)));
    }

    private static string Text(JsonNode? wert) =>
        wert is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : wert?.ToJsonString(Compact) ?? "null";
}
