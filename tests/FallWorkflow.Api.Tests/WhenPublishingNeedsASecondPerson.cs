using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Four eyes: one asks, another agrees, and exactly what was asked for is published once (R85).</summary>
public sealed class WhenPublishingNeedsASecondPerson(Gemeinsam gemeinsam) : IClassFixture<Gemeinsam>, IAsyncLifetime
{
    private readonly Prozessprobe _probe = new(gemeinsam.App);
    private Sitzung _erste = null!;
    private Sitzung _zweite = null!;

    public async Task InitializeAsync()
    {
        _erste = await _probe.DesignerAsync();
        _zweite = await _probe.SecondAsync();
        await Prozessprobe.SetFourEyesAsync(_erste, true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_editor_is_told_in_German_and_the_other_one_publishes_what_was_asked_for()
    {
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("zweierlei", "eins"));
        var antwort = await Prozessprobe.StudioAsync(_erste, "/workflow-definitions/zweierlei/publish", "{}", "Bürobeschluss");
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await antwort.Content.ReadAsStringAsync()).ShouldContain("Die Veröffentlichung von „zweierlei“ ist beantragt. Nach dem Fachkonzept muss eine zweite Person zustimmen");
        (await _probe.VersionsAsync("zweierlei")).ShouldBeEmpty();

        // Asked again, it is the same request.
        await Prozessprobe.StudioAsync(_erste, "/workflow-definitions/zweierlei/publish", "{}", "Noch einmal");
        var antrag = (await _zweite.GetAsync("/api/prozesse/antraege")).EnumerateArray().Single(a => a.GetProperty("definitionId").GetString() == "zweierlei");
        (antrag.GetProperty("grund").GetString(), antrag.GetProperty("hinfaellig").GetBoolean(), antrag.GetProperty("version").GetInt32()).ShouldBe(("Bürobeschluss", false, 1));
        var nr = antrag.GetProperty("nr").GetInt32();
        (await Prozessprobe.OfAsync(_zweite, "zweierlei")).GetProperty("vierAugen").GetBoolean().ShouldBeTrue();

        await (await _erste.PostAsync($"/api/prozesse/zweierlei/antraege/{nr}/zustimmung", new { grund = "Selbst" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await (await _zweite.PostAsync($"/api/prozesse/zweierlei/antraege/{nr}/zustimmung", new { grund = " " })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        (await _probe.VersionsAsync("zweierlei")).ShouldBeEmpty();
        var ja = await _zweite.PostAsync($"/api/prozesse/zweierlei/antraege/{nr}/zustimmung", new { grund = "Gelesen" });
        ja.StatusCode.ShouldBe(HttpStatusCode.OK, await ja.Content.ReadAsStringAsync());
        // Sent again after a lost answer, nothing new comes of it.
        (await _zweite.PostAsync($"/api/prozesse/zweierlei/antraege/{nr}/zustimmung", new { grund = "Gelesen" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var version = (await _probe.VersionsAsync("zweierlei")).Single();
        JsonNode.Parse(version.Json)!["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.ToString().ShouldBe("eins");
        var angabe = (await Prozessprobe.OfAsync(_erste, "zweierlei")).GetProperty("versionen")[0];
        (angabe.GetProperty("von").GetString(), angabe.GetProperty("grund").GetString(), angabe.GetProperty("zugestimmtVon").GetString(), angabe.GetProperty("zustimmungsgrund").GetString(),
            angabe.GetProperty("quelle").GetString()).ShouldBe(("Prozessgestalter", "Bürobeschluss", "Zweite Person", "Gelesen", "Editor"));
        (await _zweite.GetAsync("/api/prozesse/antraege")).EnumerateArray().ShouldNotContain(a => a.GetProperty("definitionId").GetString() == "zweierlei");
    }

    [Fact]
    public async Task A_change_after_the_request_makes_it_lapse_and_that_is_seen()
    {
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("hinfaellig", "eins"));
        var nr = await Prozessprobe.RequestAsync(_erste, "hinfaellig", "So soll es sein");
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("hinfaellig", "untergeschoben"));

        (await _zweite.GetAsync("/api/prozesse/antraege")).EnumerateArray().Single(a => a.GetProperty("definitionId").GetString() == "hinfaellig").GetProperty("hinfaellig").GetBoolean().ShouldBeTrue();
        await (await _zweite.PostAsync($"/api/prozesse/hinfaellig/antraege/{nr}/zustimmung", new { grund = "Gelesen" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (await _probe.VersionsAsync("hinfaellig")).ShouldBeEmpty();

        // Changed back, it has to be asked for anew all the same.
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("hinfaellig", "eins"));
        await (await _zweite.PostAsync($"/api/prozesse/hinfaellig/antraege/{nr}/zustimmung", new { grund = "Gelesen" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        var neu = await Prozessprobe.RequestAsync(_erste, "hinfaellig", "Noch einmal");
        (await RequestsAsync("hinfaellig")).ShouldBe([neu], "only the last one can be decided");
        (await _zweite.PostAsync($"/api/prozesse/hinfaellig/antraege/{neu}/zustimmung", new { grund = "Gelesen" })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_declined_keeps_the_draft_and_sees_why()
    {
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("abgelehnt", "eins"));
        var nr = await Prozessprobe.RequestAsync(_erste, "abgelehnt", "Bitte");
        await (await _zweite.PostAsync($"/api/prozesse/abgelehnt/antraege/{nr}/ablehnung", new { grund = " " })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await (await _zweite.PostAsync($"/api/prozesse/abgelehnt/antraege/{nr - 1}/zustimmung", new { grund = "Das auch" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        for (var n = 0; n < 2; n++)
            (await _zweite.PostAsync($"/api/prozesse/abgelehnt/antraege/{nr}/ablehnung", new { grund = "Die Frist fehlt" })).StatusCode.ShouldBe(HttpStatusCode.NoContent, "sent again after a lost answer");
        await (await _erste.PostAsync($"/api/prozesse/abgelehnt/antraege/{nr}/ablehnung", new { grund = "Ich auch" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (await RequestsAsync("abgelehnt")).ShouldBeEmpty();
        await (await _zweite.PostAsync($"/api/prozesse/abgelehnt/antraege/{nr}/zustimmung", new { grund = "Doch" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (await _probe.VersionsAsync("abgelehnt")).ShouldBeEmpty();
        var letzter = (await _probe.Entwuerfe.FindAsync("abgelehnt"))!;
        (letzter.Art, letzter.AkteurId, letzter.Begruendung).ShouldBe((Entwurfsart.Abgelehnt, Prozessprobe.Zweite, "Die Frist fehlt"));
        letzter.Json!.ShouldContain("eins");
    }

    [Fact]
    public async Task Who_drops_the_draft_asks_for_nothing_any_more()
    {
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("verworfen", "eins"));
        var nr = await Prozessprobe.RequestAsync(_erste, "verworfen", "Bitte");
        (await RequestsAsync("verworfen")).ShouldBe([nr]);
        (await _erste.PostAsync("/api/prozesse/verworfen/entwurf/verwerfen", new { grund = "Doch nicht" })).EnsureSuccessStatusCode();
        (await RequestsAsync("verworfen")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_who_agree_at_once_publish_once()
    {
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("gleichzeitig", "eins"));
        var nr = await Prozessprobe.RequestAsync(_erste, "gleichzeitig", "Bitte");
        var alle = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => n % 2 == 0
            ? _zweite.PostAsync($"/api/prozesse/gleichzeitig/antraege/{nr}/zustimmung", new { grund = $"Ja {n}" })
            : _zweite.PostAsync($"/api/prozesse/gleichzeitig/antraege/{nr}/ablehnung", new { grund = $"Nein {n}" })));
        alle.Select(a => (int)a.StatusCode).ShouldAllBe(s => s == 200 || s == 204 || s == 409);
        var versionen = await _probe.VersionsAsync("gleichzeitig");
        versionen.Count.ShouldBeLessThanOrEqualTo(1);
        // Whatever came first is what is kept, and nothing beside it.
        var danach = (await _probe.Entwuerfe.HistoryAsync("gleichzeitig", 20)).Where(z => z.Nr > nr).ToList();
        danach.Single().Art.ShouldBe(versionen.Count == 1 ? Entwurfsart.Veroeffentlicht : Entwurfsart.Abgelehnt);
    }

    [Fact]
    public async Task A_version_that_came_in_between_makes_it_lapse()
    {
        await Prozessprobe.SetFourEyesAsync(_erste, false);
        (await _erste.PostTextAsync("/api/prozesse", Prozessprobe.Definition("ueberholt", "eins").ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Created);
        await Prozessprobe.SetFourEyesAsync(_erste, true);
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("ueberholt", "zwei"));
        var nr = await Prozessprobe.RequestAsync(_erste, "ueberholt", "Bitte");
        await Prozessprobe.SetFourEyesAsync(_erste, false);
        (await _erste.PostTextAsync("/api/prozesse", Prozessprobe.Definition("ueberholt", "drei").ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await _zweite.PostAsync($"/api/prozesse/ueberholt/antraege/{nr}/zustimmung", new { grund = "Gelesen" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (await _probe.VersionsAsync("ueberholt")).Select(v => v.Version).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_program_has_to_ask_too()
    {
        var ohne = await _erste.PostTextAsync("/api/prozesse", Prozessprobe.Definition("programm", "eins").ToJsonString());
        await ohne.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        var antwort = await _erste.PostTextAsync("/api/prozesse", Prozessprobe.Definition("programm", "eins").ToJsonString(), ("X-Begruendung", "Lieferung"));
        antwort.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _probe.VersionsAsync("programm")).ShouldBeEmpty();
        (await _erste.PostTextAsync("/api/prozesse", Prozessprobe.Definition("programm", "zwei").ToJsonString(), ("X-Begruendung", "Neue Lieferung"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var nr = (await Prozessprobe.OfAsync(_zweite, "programm")).GetProperty("antrag").GetProperty("nr").GetInt32();
        (await _zweite.PostAsync($"/api/prozesse/programm/antraege/{nr}/zustimmung", new { grund = "Gelesen" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _probe.VersionsAsync("programm")).Single().Json.ShouldContain("zwei", customMessage: "what was brought last is what was asked for");
    }

    [Fact]
    public async Task What_could_not_be_published_cannot_be_asked_for_and_others_decide_nothing()
    {
        var kaputt = Prozessprobe.Definition("kaputt", "eins");
        kaputt["root"]!["activities"]![0]!["type"] = "FallWorkflow.AufgabeStellen";
        await Prozessprobe.SaveAsync(_erste, kaputt);
        var nr = (await Prozessprobe.OfAsync(_erste, "kaputt")).GetProperty("nr").GetInt32();
        await (await _erste.PostAsync("/api/prozesse/kaputt/veroeffentlichung", new { nr, grund = "x" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "definition-ungueltig");
        (await Prozessprobe.OfAsync(_erste, "kaputt")).GetProperty("antrag").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("nurlesen", "eins"));
        var antrag = await Prozessprobe.RequestAsync(_erste, "nurlesen", "Bitte");
        var leiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        foreach (var wie in (string[])["zustimmung", "ablehnung"])
            await (await leiterin.PostAsync($"/api/prozesse/nurlesen/antraege/{antrag}/{wie}", new { grund = "x" })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        await (await _zweite.PostAsync("/api/prozesse/nurlesen/antraege/999/zustimmung", new { grund = "x" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task Without_it_publishing_works_at_once_and_only_what_was_seen()
    {
        await Prozessprobe.SetFourEyesAsync(_erste, false);
        await Prozessprobe.SaveAsync(_erste, Prozessprobe.Definition("sofort", "eins"));
        var nr = (await Prozessprobe.OfAsync(_erste, "sofort")).GetProperty("nr").GetInt32();
        await Prozessprobe.SaveAsync(_zweite, Prozessprobe.Definition("sofort", "zwei"));
        await (await _erste.PostAsync("/api/prozesse/sofort/veroeffentlichung", new { nr, grund = "x" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        (await _erste.PostAsync("/api/prozesse/sofort/veroeffentlichung", new { nr = nr + 1, grund = "Gesehen" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Prozessprobe.OfAsync(_erste, "sofort")).GetProperty("versionen")[0].GetProperty("zugestimmtVon").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private async Task<IReadOnlyList<int>> RequestsAsync(string id) =>
    [
        .. (await _zweite.GetAsync("/api/prozesse/antraege")).EnumerateArray().Where(a => a.GetProperty("definitionId").GetString() == id).Select(a => a.GetProperty("nr").GetInt32()),
    ];
}
