using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Every autosave is kept, can be looked at, compared and made the draft again; what comes in from outside is checked.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenADraftHasAHistory(Gemeinsam gemeinsam)
{
    private readonly Prozessprobe _probe = new(gemeinsam.App);

    [Fact]
    public async Task Each_state_is_seen_compared_and_restored_and_the_draft_can_be_dropped()
    {
        var designer = await _probe.DesignerAsync();
        foreach (var text in (string[])["eins", "zwei", "drei"])
            await Prozessprobe.SaveAsync(designer, Prozessprobe.Definition("verlauf", text));
        var verlauf = await designer.GetAsync("/api/prozesse/verlauf/verlauf");
        verlauf.GetProperty("staende").EnumerateArray().Select(s => (s.GetProperty("nr").GetInt32(), s.GetProperty("art").GetString(), s.GetProperty("von").GetString()))
            .ShouldBe([(3, "Gespeichert", "Prozessgestalter"), (2, "Gespeichert", "Prozessgestalter"), (1, "Gespeichert", "Prozessgestalter")]);
        verlauf.GetProperty("aktuell").GetInt32().ShouldBe(3);
        TextOf((await designer.GetAsync("/api/prozesse/verlauf/verlauf/1")).GetProperty("definition")).ShouldBe("eins");
        var vergleich = await designer.GetAsync("/api/prozesse/verlauf/vergleich?von=stand:1");
        vergleich.GetProperty("von").GetProperty("nr").GetInt32().ShouldBe(1);
        vergleich.GetProperty("aenderungen").EnumerateArray().Select(a => a.GetProperty("text").GetString()).ShouldContain(t => t!.Contains("drei", StringComparison.Ordinal) && t.Contains("eins", StringComparison.Ordinal));

        (await designer.PostAsync("/api/prozesse/verlauf/verlauf/1/wiederherstellen", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var letzter = (await _probe.Entwuerfe.FindAsync("verlauf"))!;
        (letzter.Nr, letzter.Art, letzter.Begruendung).ShouldBe((4, Entwurfsart.Zurueckgesetzt, "Stand 1 wiederhergestellt"));
        TextOf(JsonDocument.Parse(letzter.Json!).RootElement).ShouldBe("eins");
        (await _probe.Entwuerfe.FindAsync("verlauf", 3))!.Json!.ShouldContain("drei");

        (await designer.PostAsync("/api/prozesse/verlauf/entwurf/verwerfen", new { grund = "Falscher Weg" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        letzter = (await _probe.Entwuerfe.FindAsync("verlauf"))!;
        (letzter.Art, letzter.Begruendung, letzter.Json).ShouldBe((Entwurfsart.Verworfen, "Falscher Weg", null));
        await (await designer.PostAsync("/api/prozesse/verlauf/entwurf/verwerfen", new { })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        // What was dropped comes back.
        (await designer.PostAsync("/api/prozesse/verlauf/verlauf/2/wiederherstellen", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        TextOf((await designer.GetAsync("/api/prozesse/verlauf/verlauf/6")).GetProperty("definition")).ShouldBe("zwei");
    }

    [Fact]
    public async Task Whoever_only_reads_changes_nothing_and_what_is_not_there_is_said_so()
    {
        var designer = await _probe.DesignerAsync();
        await Prozessprobe.SaveAsync(designer, Prozessprobe.Definition("verlauf-lesen", "eins"));
        var leiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        (await leiterin.GetAsync("/api/prozesse/verlauf-lesen/verlauf")).GetProperty("staende").GetArrayLength().ShouldBe(1);
        await (await leiterin.PostAsync("/api/prozesse/verlauf-lesen/verlauf/1/wiederherstellen", null)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        await (await leiterin.PostAsync("/api/prozesse/verlauf-lesen/entwurf/verwerfen", new { })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        foreach (var adresse in (string[])["/api/prozesse/verlauf-lesen/verlauf/99", "/api/prozesse/gibt-es-nicht/verlauf", "/api/prozesse/verlauf-lesen/vergleich?von=stand:99"])
            await (await designer.Http.GetAsync(adresse)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Theory]
    [InlineData("laeufe")]
    [InlineData("angemeldet")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_an_address_takes_for_something_else_is_refused(string id)
    {
        var designer = await _probe.DesignerAsync();
        var antwort = await Prozessprobe.StudioAsync(designer, "/workflow-definitions", $$"""{ "model": {{Prozessprobe.Definition(id, "x").ToJsonString()}} }""");
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await antwort.Content.ReadAsStringAsync()).ShouldContain("nicht möglich");
        await (await designer.PostTextAsync("/api/prozesse", Prozessprobe.Definition(id, "x").ToJsonString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "definition-ungueltig");
    }

    [Fact]
    public async Task A_name_that_would_make_such_an_id_gets_another_one()
    {
        var designer = await _probe.DesignerAsync();
        var definition = Prozessprobe.Definition("x", "x");
        definition.Remove("definitionId");
        definition["name"] = "Läufe";
        (await Prozessprobe.SaveAsync(designer, definition))["definitionId"]!.ToString().ShouldBe("laeufe-2");
    }

    [Theory]
    [InlineData("""{ "definitionId": "krumm", "name": "krumm", "options": { "usableAsActivity": "ja" }, "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [], "connections": [] } }""")]
    [InlineData("""{ "definitionId": "krumm", "name": "krumm", "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [], "connections": [1, "x", { "source": 5, "target": [] }] } }""")]
    [InlineData("""{ "definitionId": "krumm", "name": "krumm", "root": { "id": "F", "type": "Elsa.Flowchart", "activities": {}, "connections": {} } }""")]
    [InlineData("""{ "definitionId": "krumm", "name": "krumm", "variables": 7, "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [ 5 ], "connections": [] } }""")]
    [InlineData("""{ "definitionId": "krumm", "name": "krumm", "root": [] }""")]
    [InlineData("""{ "definitionId": "krumm", "name": { "a": 1 }, "customProperties": "x", "root": { "id": 7, "type": "Elsa.Flowchart", "activities": [ { "id": "A", "type": 9 } ] } }""")]
    public async Task What_is_no_sound_definition_is_refused_in_German_or_made_one(string json)
    {
        var designer = await _probe.DesignerAsync();
        var antwort = await Prozessprobe.StudioAsync(designer, "/workflow-definitions/import", json);
        var text = await antwort.Content.ReadAsStringAsync();
        ((int)antwort.StatusCode).ShouldBeOneOf(200, 400);
        if (antwort.StatusCode == HttpStatusCode.BadRequest)
            text.ShouldContain("Das ist keine Prozessdefinition");
        else
            (await designer.Http.GetAsync("/elsa/api/workflow-definitions/by-definition-id/krumm?versionOptions=Latest")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_archive_that_is_too_large_when_unpacked_is_refused_before_anything_is_taken_in()
    {
        var designer = await _probe.DesignerAsync();
        (await ImportAsync(designer, ("gross.json", new string(' ', 1024 * 1024 + 1)))).ShouldContain("gross.json");
        (await ImportAsync(designer, [.. Enumerable.Range(0, 201).Select(n => ($"{n}.json", Prozessprobe.Definition($"zuviele-{n}", "x").ToJsonString()))])).ShouldContain("Teilen Sie den Import auf");
        (await _probe.Entwuerfe.FindAsync("zuviele-0")).ShouldBeNull();
        (await ImportAsync(designer, [.. Enumerable.Range(0, 21).Select(n => ($"{n}.json", Prozessprobe.Definition($"zuschwer-{n}", new string('x', 1_000_000)).ToJsonString()))])).ShouldContain("Teilen Sie den Import auf");
        (await _probe.Entwuerfe.FindAsync("zuschwer-0")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_that_are_exported_each_comes_once_and_no_more_than_a_page()
    {
        var designer = await _probe.DesignerAsync();
        var ids = Enumerable.Repeat("dauer:1", 500).Append("notfall:1");
        var antwort = await Prozessprobe.StudioAsync(designer, "/bulk-actions/export/workflow-definitions", JsonSerializer.Serialize(new { ids }));
        await using var archiv = new ZipArchive(await antwort.Content.ReadAsStreamAsync());
        archiv.Entries.Select(e => e.Name).Order().ShouldBe(["dauer-v1.json", "notfall-v1.json"]);
    }

    private static string TextOf(JsonElement definition) =>
        definition.GetProperty("root").GetProperty("activities")[0].GetProperty("text").GetProperty("expression").GetProperty("value").GetString()!;

    private static async Task<string> ImportAsync(Sitzung sitzung, params (string Name, string Inhalt)[] eintraege)
    {
        using var puffer = new MemoryStream();
        await using (var archiv = new ZipArchive(puffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, inhalt) in eintraege)
            {
                await using var eintrag = await archiv.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
                await eintrag.WriteAsync(Encoding.UTF8.GetBytes(inhalt));
            }
        }

        var teil = new ByteArrayContent(puffer.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var formular = new MultipartFormDataContent { { teil, "files", "prozesse.zip" } };
        using var anfrage = new HttpRequestMessage(HttpMethod.Post, "/elsa/api/workflow-definitions/import-files") { Content = formular };
        anfrage.Headers.Add("X-FallWorkflow", "studio");
        var antwort = await sitzung.Http.SendAsync(anfrage);
        var text = await antwort.Content.ReadAsStringAsync();
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        return text;
    }
}
