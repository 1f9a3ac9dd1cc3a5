using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary><c>simulate &lt;definition&gt;</c>: runs a Fall through virtual time and prints its calendar.</summary>
internal static class SimulateBefehl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var definition = new Argument<string>("definition") { Description = Befehlstexte.Of("Hilfe.SimulateDefinition") };
        var szenario = new Option<string?>("--scenario") { Description = Befehlstexte.Of("Hilfe.Szenario") };
        var von = new Option<string?>("--from") { Description = Befehlstexte.Of("Hilfe.Von") };
        var monate = new Option<int?>("--months") { Description = Befehlstexte.Of("Hilfe.Monate") };
        var faelle = new Option<int?>("--cases") { Description = Befehlstexte.Of("Hilfe.Faelle") };
        var seed = new Option<int?>("--seed") { Description = Befehlstexte.Of("Hilfe.Startwert") };
        var land = new Option<string?>("--land") { Description = Befehlstexte.Of("Hilfe.Land") };
        var format = new Option<string>("--format") { Description = Befehlstexte.Of("Hilfe.Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("simulate", Befehlstexte.Of("Hilfe.Simulate")) { definition, szenario, von, monate, faelle, seed, land, format };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(definition)!, parsed.GetValue(szenario), parsed.GetValue(von), parsed.GetValue(monate), parsed.GetValue(faelle), parsed.GetValue(seed), parsed.GetValue(land),
            parsed.GetValue(format) == "json", cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string definition, string? szenariodatei, string? von, int? monate, int? faelle, int? seed, string? land, bool alsJson, CancellationToken cancellation)
    {
        var (katalog, gefragt, dateien) = Load(definition);
        if (!await ValidateAsync(dateien, katalog))
            return 1;

        try
        {
            var szenario = Scenario(szenariodatei, von, monate, land, seed);
            if (faelle is { } anzahl)
                return await RunManyAsync(katalog, gefragt, szenario, anzahl, alsJson, cancellation);
            var ergebnis = await Simulator.RunAsync(katalog, gefragt, szenario, cancellation: cancellation);
            if (alsJson)
                Console.WriteLine(JsonSerializer.Serialize(ergebnis, Json));
            else
                Kalenderdruck.Write(Console.Out, gefragt, szenario, ergebnis);
            if (!ergebnis.Summary.TryGetValue(Verlaufsarten.Stoerung, out var stoerungen))
                return 0;
            await Console.Error.WriteLineAsync(Befehlstexte.Of("SimulationGestoert", stoerungen));
            return 1;
        }
        catch (FallWorkflowException e)
        {
            // Broken rules and wrong input of a scenario are told in a sentence each.
            throw new StartfehlerException(e.Message, e);
        }
    }

    /// <summary>Many Faelle, of which only counts are kept.</summary>
    private static async Task<int> RunManyAsync(
        InMemoryDefinitionCatalog katalog, WorkflowDefinition gefragt, Szenario szenario, int anzahl, bool alsJson, CancellationToken cancellation)
    {
        if (anzahl is < 1 or > 10_000_000)
            throw new StartfehlerException(Befehlstexte.Of("FaelleAusserhalb", anzahl));
        var beginn = TimeProvider.System.GetTimestamp();
        var auftrag = new Simulationsauftrag(szenario, anzahl, Fachkonzept.Standard.BetreuungsschluesselOrDefault.Richtwert);
        var ergebnis = await Sammelsimulation.RunAsync(katalog, gefragt, auftrag, cancellation: cancellation);
        var dauer = TimeProvider.System.GetElapsedTime(beginn);
        if (alsJson)
            Console.WriteLine(JsonSerializer.Serialize(new { ergebnis, seconds = Math.Round(dauer.TotalSeconds, 2) }, Json));
        else
            Kalenderdruck.Write(Console.Out, gefragt, szenario, ergebnis, dauer);
        return 0;
    }

    /// <summary>Whether all definitions are sound, since the one that was asked for starts others.</summary>
    private static async Task<bool> ValidateAsync(IReadOnlyCollection<string> dateien, InMemoryDefinitionCatalog katalog)
    {
        var pruefer = Prozessmaschine.Validator();
        var gut = true;
        foreach (var datei in dateien)
        {
            foreach (var problem in pruefer.Validate(await File.ReadAllTextAsync(datei), katalog.AllPublished))
            {
                gut = false;
                await Console.Error.WriteLineAsync(Befehlstexte.Of(
                    "Problem", Path.GetRelativePath(Directory.GetCurrentDirectory(), datei), problem.ActivityName ?? problem.ActivityId ?? "–", problem.Path, problem.Message, problem.Remedy));
            }
        }

        return gut;
    }

    /// <summary>What the simulation may run, and the files it comes from: those of the folder, less what a file that was asked for replaces.</summary>
    private static (InMemoryDefinitionCatalog Katalog, WorkflowDefinition Gefragt, IReadOnlyCollection<string> Dateien) Load(string definition)
    {
        var wurzel = File.Exists(definition) ? Prozessordner.RootOf(definition) : Prozessordner.FindDefault();
        if (Directory.Exists(definition))
            wurzel = Prozessordner.RootOf(Path.Combine(definition, "x"));
        var katalog = new InMemoryDefinitionCatalog();
        var orte = new Dictionary<string, string>(StringComparer.Ordinal);
        var unlesbare = new List<string>();
        foreach (var datei in wurzel is null ? [] : Prozessordner.Files(wurzel))
        {
            if (Publish(datei) is null)
                unlesbare.Add(datei);
        }

        string gefragt;
        if (File.Exists(definition))
            gefragt = Publish(Path.GetFullPath(definition)) ?? throw new StartfehlerException(Befehlstexte.Of("Unlesbar", definition));
        else if (Directory.Exists(definition))
            gefragt = Choose(Prozessordner.Files(definition));
        else
            gefragt = definition;
        return katalog.FindPublished(gefragt) is { } gefunden
            ? (katalog, gefunden, [.. orte.Values.Concat(unlesbare).Distinct()])
            : throw new StartfehlerException(Befehlstexte.Of("DefinitionFehlt", definition));

        string? Publish(string datei)
        {
            foreach (var gelesen in Prozessordner.ReadAll([datei]))
            {
                katalog.Publish(gelesen);
                orte[gelesen.DefinitionId] = datei;
                return gelesen.DefinitionId;
            }

            return null;
        }

        static string Choose(IReadOnlyList<string> hier)
        {
            var ids = Prozessordner.ReadAll(hier).Select(d => d.DefinitionId).ToList();
            return ids.Count == 1 ? ids[0] : Application.Faelle.FallService.Lebenslauf;
        }
    }

    /// <exception cref="StartfehlerException">An option cannot be read.</exception>
    private static Szenario Scenario(string? datei, string? von, int? monate, string? land, int? seed)
    {
        DateOnly? ab = von is null ? null : DateOnly.TryParseExact(von, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tag)
            ? tag : throw new StartfehlerException(Befehlstexte.Of("DatumUnlesbar", von));
        Land? dort = land is null ? null : Enum.TryParse<Land>(land, ignoreCase: true, out var l) && Enum.IsDefined(l)
            ? l : throw new StartfehlerException(Befehlstexte.Of("LandUnbekannt", land, string.Join(", ", Enum.GetNames<Land>())));
        if (monate is < 1 or > 240)
            throw new StartfehlerException(Befehlstexte.Of("MonateAusserhalb", monate));
        if (datei is null)
        {
            return new Szenario
            {
                Name = Befehlstexte.Of("Standardszenario"),
                Land = dort ?? Land.BE,
                Von = ab ?? Ortszeit.DateOf(TimeProvider.System.GetUtcNow()),
                Monate = monate ?? 24,
                Standard = Szenario.Erledigt,
                Seed = seed ?? 1,
                Schritte = [],
            };
        }

        if (!File.Exists(datei))
            throw new StartfehlerException(Befehlstexte.Of("PfadFehlt", datei));
        var szenario = Szenario.Parse(File.ReadAllText(datei));
        return (ab is { } beginn ? szenario.From(beginn) : szenario).Change(dort, monate, seed);
    }
}
