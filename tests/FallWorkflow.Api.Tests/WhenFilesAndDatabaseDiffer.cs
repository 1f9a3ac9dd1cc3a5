using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>The folder of processes and the database: neither replaces what the other does not know.</summary>
public sealed class WhenFilesAndDatabaseDiffer(Gemeinsam gemeinsam) : IClassFixture<Gemeinsam>, IDisposable
{
    private readonly Prozessprobe _probe = new(gemeinsam.App);
    private readonly string _ordner = Directory.CreateTempSubdirectory("fallworkflow-dateien-").FullName;

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    [Fact]
    public async Task A_file_goes_on_with_its_own_line_and_known_content_does_nothing()
    {
        var designer = await _probe.DesignerAsync();
        foreach (var text in (string[])["eins", "eins", "zwei", "eins"])
        {
            Write("linie", text);
            await StartAsync();
        }

        (await _probe.VersionsAsync("linie")).Select(v => v.Version).ShouldBe([2, 1], "going back to known content publishes nothing");
        (await designer.GetAsync("/api/prozesse/konflikte")).GetArrayLength().ShouldBe(0);
        (await Prozessprobe.OfAsync(designer, "linie")).GetProperty("versionen").EnumerateArray().Select(v => v.GetProperty("quelle").GetString()).ShouldBe(["Datei", "Datei"]);
    }

    [Fact]
    public async Task A_file_never_replaces_what_a_designer_published_until_somebody_takes_it()
    {
        var designer = await _probe.DesignerAsync();
        Write("streit", "eins");
        await StartAsync();
        await PublishAsync(designer, "streit", "gestaltet");
        Write("streit", "aus Git");
        await StartAsync();

        (await _probe.VersionsAsync("streit")).Single(v => v.IsCurrent).Json.ShouldContain("gestaltet");
        var konflikt = (await designer.GetAsync("/api/prozesse/konflikte")).EnumerateArray().Single(k => k.GetProperty("definitionId").GetString() == "streit");
        (konflikt.GetProperty("version").GetInt32(), konflikt.GetProperty("von").GetString()).ShouldBe((2, "Prozessgestalter"));

        await (await designer.PostAsync("/api/prozesse/streit/datei-uebernehmen", new { grund = "" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        (await designer.PostAsync("/api/prozesse/streit/datei-uebernehmen", new { grund = "Git gilt" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _probe.VersionsAsync("streit")).Single(v => v.IsCurrent).Json.ShouldContain("aus Git");
        (await designer.GetAsync("/api/prozesse/konflikte")).EnumerateArray().ShouldNotContain(k => k.GetProperty("definitionId").GetString() == "streit");
        await (await designer.PostAsync("/api/prozesse/streit/datei-uebernehmen", new { grund = "Noch einmal" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");

        // From here on it is the file's line again.
        Write("streit", "weiter");
        await StartAsync();
        (await _probe.VersionsAsync("streit")).Single(v => v.IsCurrent).Json.ShouldContain("weiter");
    }

    [Fact]
    public async Task What_was_exported_and_then_changed_goes_on_from_there()
    {
        var designer = await _probe.DesignerAsync();
        await PublishAsync(designer, "ausfuhr", "gestaltet");
        var (code, ausgabe) = await RunAsync("prozesse", "export", _ordner);
        code.ShouldBe(0, ausgabe);
        var datei = Path.Combine(_ordner, "ausfuhr", "ausfuhr.json");
        var text = await File.ReadAllTextAsync(datei);
        text.ShouldNotContain("\r");
        await StartAsync();
        (await _probe.VersionsAsync("ausfuhr")).Count.ShouldBe(1, "what was exported is known");

        // The same version is the same bytes, and what says the same is left alone.
        (await RunAsync("prozesse", "export", _ordner)).Ausgabe.ShouldContain("0 geschrieben");
        File.Delete(datei);
        await RunAsync("prozesse", "export", _ordner);
        (await File.ReadAllTextAsync(datei)).ShouldBe(text);

        await File.WriteAllTextAsync(datei, text.Replace("gestaltet", "in der Datei geändert", StringComparison.Ordinal));
        await StartAsync();
        var neu = (await _probe.VersionsAsync("ausfuhr"))[0];
        (neu.Version, neu.IsCurrent).ShouldBe((2, true));
        neu.Json.ShouldContain("in der Datei geändert");
        neu.Json.ShouldNotContain(Prozessinhalt.Stempel);
    }

    [Fact]
    public async Task The_order_of_names_and_how_letters_are_written_make_no_other_content()
    {
        Write("ordnung", "über");
        await StartAsync();
        var anders = Reversed(Prozessprobe.Definition("ordnung", "über"));
        await File.WriteAllTextAsync(Path.Combine(_ordner, "ordnung.json"), anders.ToJsonString(new() { WriteIndented = true }));
        await StartAsync();
        (await _probe.VersionsAsync("ordnung")).Count.ShouldBe(1);

        // The stamp of an export is such a hash, and whoever exports may write in another order than the editor.
        var hash = Prozessinhalt.HashOf(Prozessprobe.Definition("ordnung", "über"));
        Prozessinhalt.HashOf(anders).ShouldBe(hash);
        Prozessinhalt.HashOf(JsonNode.Parse(anders.ToJsonString().Replace("über", "\\u00fcber", StringComparison.Ordinal))!.AsObject()).ShouldBe(hash);
        Prozessinhalt.HashOf(Prozessprobe.Definition("ordnung", "uber")).ShouldNotBe(hash);

        static JsonObject Reversed(JsonObject objekt) => new(objekt.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value switch
        {
            JsonObject innen => Reversed(innen),
            JsonArray liste => new JsonArray([.. liste.Select(e => e is JsonObject o ? Reversed(o) : e?.DeepClone())]),
            var wert => wert?.DeepClone(),
        })));
    }

    [Fact]
    public async Task A_stamp_alone_is_no_other_content_and_one_of_an_older_version_is_no_way_past_a_newer()
    {
        var designer = await _probe.DesignerAsync();
        await PublishAsync(designer, "stempel", "eins");
        await RunAsync("prozesse", "export", _ordner);
        var datei = Path.Combine(_ordner, "stempel", "stempel.json");
        var text = await File.ReadAllTextAsync(datei);

        // A stamp that says something else, under content that is known.
        var fremd = JsonNode.Parse(text)!.AsObject();
        fremd["customProperties"]![Prozessinhalt.Stempel] = new string('0', 32);
        await File.WriteAllTextAsync(datei, fremd.ToJsonString());
        await StartAsync();
        (await _probe.VersionsAsync("stempel")).Count.ShouldBe(1);
        (await RunAsync("prozesse", "export", _ordner)).Ausgabe.ShouldContain("0 geschrieben");

        await PublishAsync(designer, "stempel", "zwei");
        await File.WriteAllTextAsync(datei, text.Replace("eins", "aus der alten Ausfuhr", StringComparison.Ordinal));
        await StartAsync();
        (await _probe.VersionsAsync("stempel")).Count.ShouldBe(2);
        (await designer.GetAsync("/api/prozesse/konflikte")).EnumerateArray().ShouldContain(k => k.GetProperty("definitionId").GetString() == "stempel");
    }

    [Fact]
    public async Task A_process_without_properties_of_its_own_is_known_when_its_export_comes_back()
    {
        Write("eigenschaftslos", "eins");
        await StartAsync();
        File.Delete(Path.Combine(_ordner, "eigenschaftslos.json"));
        await RunAsync("prozesse", "export", _ordner);
        (await File.ReadAllTextAsync(Path.Combine(_ordner, "eigenschaftslos", "eigenschaftslos.json"))).ShouldContain(Prozessinhalt.Stempel);
        await StartAsync();
        (await _probe.VersionsAsync("eigenschaftslos")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_version_without_a_row_counts_as_published_from_a_file()
    {
        var alt = Prozessprobe.Definition("altbestand", "damals");
        alt["id"] = "altbestand:1";
        alt["version"] = 1;
        await gemeinsam.App.Services.GetRequiredService<IProzessversionen>().PublishAsync(
            new() { Id = "altbestand:1", DefinitionId = "altbestand", Version = 1, Json = alt.ToJsonString(), PublishedAt = DateTimeOffset.UnixEpoch }, []);
        Write("altbestand", "heute");
        await StartAsync();
        (await _probe.VersionsAsync("altbestand")).Single(v => v.IsCurrent).Json.ShouldContain("heute");
    }

    [Fact]
    public async Task What_was_retracted_stays_so_at_the_next_start_and_on_every_node()
    {
        var designer = await _probe.DesignerAsync();
        Write("abgeschafft", "eins");
        await StartAsync();
        (await Prozessprobe.StudioAsync(designer, "/workflow-definitions/abgeschafft/retract", "{}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a reason is needed");
        (await Prozessprobe.StudioAsync(designer, "/workflow-definitions/gibtesnicht/retract", "{}", "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Prozessprobe.StudioAsync(designer, "/workflow-definitions/abgeschafft/retract", "{}", "Braucht niemand")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await StartAsync();
        (await _probe.VersionsAsync("abgeschafft")).ShouldHaveSingleItem().IsCurrent.ShouldBeFalse("the folder still holds it");
        var nochmals = await Prozessprobe.StudioAsync(
            designer, "/bulk-actions/retract/workflow-definitions/by-definition-ids", """{ "definitionIds": ["abgeschafft", "gibtesnicht", "fallmanagement"] }""", "Braucht niemand");
        var ergebnis = JsonNode.Parse(await nochmals.Content.ReadAsStringAsync())!;
        ergebnis["alreadyRetracted"]!.AsArray().Select(i => $"{i}").ShouldBe(["abgeschafft"]);
        ergebnis["notFound"]!.AsArray().Select(i => $"{i}").ShouldBe(["gibtesnicht"]);
        ergebnis["errors"]!.AsArray().Single()!.ToString().ShouldStartWith("fallmanagement: ");

        // Another node, which had it in force when it was retracted elsewhere.
        Write("abgeschafft", "zwei");
        await StartAsync();
        var katalog = gemeinsam.App.Services.GetRequiredService<FallWorkflow.Engine.Definitions.IDefinitionCatalog>();
        katalog.FindPublished("abgeschafft").ShouldNotBeNull();
        await gemeinsam.App.Services.GetRequiredService<IProzessversionen>().RetractAsync("abgeschafft");
        await gemeinsam.App.Services.GetRequiredService<Prozessverzeichnis>().LoadAsync();
        katalog.FindPublished("abgeschafft").ShouldBeNull();
        katalog.FindVersion("abgeschafft:2").ShouldNotBeNull("running instances go on");
    }

    [Fact]
    public async Task A_start_with_a_conflict_serves_what_is_published_and_the_command_takes_the_file()
    {
        var designer = await _probe.DesignerAsync();
        await PublishAsync(designer, "start", "gestaltet");
        var datei = Write("start", "aus Git");
        await using (var knoten = await gemeinsam.App.JoinAsync(new Dictionary<string, string?> { ["Workflows:Path"] = _ordner, ["Workflows:Publish"] = "true" }))
        {
            knoten.Process!.Output.ShouldContain("The file of process start was not published: version 1");
            var dort = await knoten.SignInAsync(Testjobcenter.Prozessgestalterin);
            (await dort.GetAsync("/api/prozesse/konflikte")).EnumerateArray().Single().GetProperty("definitionId").GetString().ShouldBe("start");
        }

        (await _probe.VersionsAsync("start")).Single().Json.ShouldContain("gestaltet");
        var (code, ausgabe) = await RunAsync("prozesse", "uebernehmen", "start", "--datei", datei, "--grund", "Git gilt");
        code.ShouldBe(0, ausgabe);
        ausgabe.ShouldContain("als Version 2 veröffentlicht");
        (await _probe.VersionsAsync("start"))[0].Json.ShouldContain("aus Git");
        (await RunAsync("prozesse", "uebernehmen", "start", "--datei", datei, "--grund", "Git gilt")).Ausgabe.ShouldContain("nichts zu tun");
        (await RunAsync("prozesse", "uebernehmen", "anders", "--datei", datei, "--grund", "x")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Two_starts_at_once_publish_a_file_once_and_a_draft_stays()
    {
        var designer = await _probe.DesignerAsync();
        await Prozessprobe.SaveAsync(designer, Prozessprobe.Definition("doppelt", "Entwurf"));
        Write("doppelt", "aus Git");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));
        (await _probe.VersionsAsync("doppelt")).Single().Json.ShouldContain("aus Git");
        (await _probe.Entwuerfe.FindAsync("doppelt"))!.Json!.ShouldContain("Entwurf");
    }

    /// <summary>What a start does with the folder.</summary>
    private Task StartAsync() => gemeinsam.App.Services.GetRequiredService<Dateiabgleich>().RunAsync(_ordner, CancellationToken.None);

    private string Write(string id, string text)
    {
        var datei = Path.Combine(_ordner, $"{id}.json");
        File.WriteAllText(datei, Prozessprobe.Definition(id, text).ToJsonString());
        return datei;
    }

    private async Task PublishAsync(Sitzung designer, string id, string text)
    {
        await Prozessprobe.SaveAsync(designer, Prozessprobe.Definition(id, text));
        var antwort = await Prozessprobe.StudioAsync(designer, $"/workflow-definitions/{id}/publish", "{}", "Beschluss");
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK, await antwort.Content.ReadAsStringAsync());
        JsonNode.Parse((await _probe.VersionsAsync(id))[0].Json)!["name"]!.ToString().ShouldBe(id);
    }

    private async Task<(int Code, string Ausgabe)> RunAsync(params string[] argumente)
    {
        await using var prozess = gemeinsam.App.StartVerb(null, argumente);
        await prozess.WaitForExitAsync(Programm.Geduld);
        return (prozess.ExitCode, prozess.Output);
    }
}
