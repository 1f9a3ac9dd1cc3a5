using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Trials;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>
/// <c>run &lt;definition.json&gt;…</c>: executes the last definition in memory and virtual time, with the others as what it
/// may start. It knows Elsa's activities only: what needs a Fall is for <c>simulate</c>.
/// </summary>
internal static class RunBefehl
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var definitionen = new Argument<string[]>("definition") { Description = Befehlstexte.Of("Hilfe.RunDefinition"), Arity = ArgumentArity.OneOrMore };
        var falldatei = new Option<string?>("--case") { Description = Befehlstexte.Of("Hilfe.RunCase") };
        var modus = new Option<string>("--mode") { Description = Befehlstexte.Of("Hilfe.RunMode"), DefaultValueFactory = _ => "counter" };
        modus.AcceptOnlyFromAmong("counter", "token");
        var format = new Option<string>("--format") { Description = Befehlstexte.Of("Hilfe.Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("run", Befehlstexte.Of("Hilfe.Run")) { definitionen, falldatei, modus, format };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(definitionen)!,
            parsed.GetValue(falldatei),
            parsed.GetValue(modus) == "token" ? FlowchartMode.Token : FlowchartMode.Counter,
            parsed.GetValue(format) == "json",
            parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] dateien, string? falldatei, FlowchartMode modus, bool alsJson, TextWriter aus, CancellationToken cancellation)
    {
        var definitionen = dateien.Select(Read).ToList();
        var fall = falldatei is null ? new TrialCase() : ReadCase(falldatei);
        // As in Elsa: an event of the case file may come before the process waits for it, and what is stuck stays suspended.
        var versuch = new Trial(
            definitionen, BuiltInActivities.Registry(), TimeProvider.System.GetUtcNow(), new EngineOptions
            {
                KeepsEarlyStimuli = true,
                KeepsCorrelation = false,
                StuckIsIncident = false,
                HonoursIncidentStrategy = true,
                ReadsTimesAsElsa = true,
                FlowchartMode = modus,
            });
        TrialResult ergebnis;
        try
        {
            ergebnis = await versuch.PlayAsync(fall, cancellation);
        }
        catch (DefinitionNotFoundException e)
        {
            throw new StartfehlerException(Befehlstexte.Of("Run.DefinitionFehlt", e.DefinitionId), e);
        }

        if (alsJson)
            await aus.WriteLineAsync(ergebnis.ToJson().ToJsonString(Json));
        else
            Probelaufdruck.Write(aus, definitionen[^1], fall, ergebnis);
        return 0;
    }

    /// <exception cref="StartfehlerException">The file is missing or cannot be read at all.</exception>
    private static WorkflowDefinition Read(string datei)
    {
        try
        {
            return DefinitionReader.Import(Text(datei));
        }
        catch (DefinitionFormatException e)
        {
            throw new StartfehlerException(Befehlstexte.Of("Unlesbar", datei), e);
        }
    }

    private static TrialCase ReadCase(string datei)
    {
        try
        {
            return TrialCase.Parse(Text(datei));
        }
        catch (TrialFormatException e)
        {
            throw new StartfehlerException(Befehlstexte.Of("Run.FallUnlesbar", datei, e.Path.Length == 0 ? "–" : e.Path, e.Found), e);
        }
    }

    private static string Text(string datei) =>
        File.Exists(datei) ? File.ReadAllText(datei) : throw new StartfehlerException(Befehlstexte.Of("PfadFehlt", datei));
}
