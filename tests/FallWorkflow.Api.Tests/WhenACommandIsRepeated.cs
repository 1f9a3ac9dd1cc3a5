using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenACommandIsRepeated(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task The_same_handover_opens_one_Fall()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var schluessel = Guid.NewGuid().ToString();
        var inhalt = new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Uebergabe };
        var erste = await sitzung.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", schluessel));
        var zweite = await sitzung.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", schluessel));
        erste.StatusCode.ShouldBe(HttpStatusCode.Created);
        zweite.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await zweite.Content.ReadAsStringAsync()).ShouldBe(await erste.Content.ReadAsStringAsync());
        zweite.Headers.Location.ShouldBe(erste.Headers.Location);
        zweite.Headers.ETag.ShouldBe(erste.Headers.ETag);
        zweite.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    [Fact]
    public async Task The_same_entry_is_recorded_once()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var schluessel = Guid.NewGuid().ToString();
        for (var i = 0; i < 3; i++)
        {
            var antwort = await sitzung.PostAsync(
                $"/api/faelle/{fall}/eintraege/KontaktGehalten", new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Kontakt }, ("Idempotency-Key", schluessel));
            antwort.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await sitzung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Count(e => e.GetProperty("art").GetString() == "KontaktGehalten").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var adresse = $"/api/faelle/{fall}/eintraege/KontaktGehalten";
        var schluessel = Guid.NewGuid().ToString();
        await sitzung.PostAsync(adresse, new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Kontakt }, ("Idempotency-Key", schluessel));
        var antwort = await sitzung.PostAsync(
            adresse, new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Telefon", themen = "Etwas anderes" } }, ("Idempotency-Key", schluessel));
        await antwort.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "schluessel-wiederverwendet");
    }

    [Fact]
    public async Task A_refused_request_may_be_sent_again_corrected_with_the_same_key()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var adresse = $"/api/faelle/{fall}/eintraege/KontaktGehalten";
        var schluessel = Guid.NewGuid().ToString();
        var falsch = await sitzung.PostAsync(adresse, new { wirksamAm = Gemeinsam.Heute, daten = new { form = "Telefon", themen = "" } }, ("Idempotency-Key", schluessel));
        await falsch.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        var richtig = await sitzung.PostAsync(adresse, new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Kontakt }, ("Idempotency-Key", schluessel));
        richtig.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_worked_on_an_older_version_is_told_so()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var adresse = $"/api/faelle/{fall}/eintraege/KontaktGehalten";
        var inhalt = new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Kontakt };
        var etag = (await sitzung.Http.GetAsync($"/api/faelle/{fall}")).Headers.ETag!.ToString();

        (await sitzung.PostAsync(adresse, inhalt, ("If-Match", etag))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var zweite = await sitzung.PostAsync(adresse, inhalt, ("If-Match", etag));
        var problem = await zweite.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "version-veraltet");
        var aktuell = problem.GetProperty("aktuell").GetInt64();
        (await sitzung.PostAsync(adresse, inhalt, ("If-Match", $"\"{aktuell}\""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await sitzung.PostAsync(adresse, inhalt, ("If-Match", "\"neulich\""))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
    }

    [Fact]
    public async Task A_corrected_entry_stays_in_the_Akte()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var alt = (await sitzung.RecordAsync(fall, "KontaktGehalten", Gemeinsam.Heute, Beispieldaten.Kontakt)).GetProperty("eintraege")[0].GetGuid();
        var neu = await sitzung.PostAsync(
            $"/api/faelle/{fall}/eintraege/KontaktGehalten",
            new { wirksamAm = Gemeinsam.Heute, berichtigt = alt, begruendung = "Es war ein Anruf.", daten = new { form = "Telefon", themen = "Wohnung" } });
        neu.StatusCode.ShouldBe(HttpStatusCode.OK, await neu.Content.ReadAsStringAsync());

        var kontakte = (await sitzung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == "KontaktGehalten").ToList();
        kontakte.Select(e => (e.GetProperty("daten").GetProperty("form").GetString(), e.GetProperty("ersetzt").GetBoolean()))
            .ShouldBe([("Spaziergang", true), ("Telefon", false)]);
    }

    [Theory]
    [InlineData("/api/faelle/{fall}/eintraege/KontaktGehalten")]
    [InlineData("/api/uebergaben")]
    [InlineData("/api/fachkonzepte")]
    [InlineData("/api/prozesse")]
    public async Task The_same_key_twice_at_once_has_one_effect(string muster)
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var adresse = muster.Replace("{fall}", fall.ToString(), StringComparison.Ordinal);
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        (string Benutzer, object Inhalt, Func<Task<int>> Zaehlen) probe = muster switch
        {
            "/api/uebergaben" => (Testjobcenter.Vermittlerin, new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Uebergabe }, async () =>
                (await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync("/api/faelle?status=Angefragt")).GetProperty("gesamt").GetInt32()),
            "/api/fachkonzepte" => (Testjobcenter.BerlinerTeamleiter, new { gueltigAb = Gemeinsam.Heute, fristen = new { }, begruendung = "Zweimal zugleich" }, async () =>
                (await (await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter)).GetAsync("/api/fachkonzepte")).GetProperty("versionen").GetArrayLength()),
            "/api/prozesse" => (Testjobcenter.Prozessgestalterin, await DefinitionAsync("Zweimal zugleich"), VersionAsync),
            _ => (Testjobcenter.Fallmanagerin, new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Kontakt }, async () =>
                (await fallmanagerin.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Count(e => e.GetProperty("art").GetString() == "KontaktGehalten")),
        };
        var vorher = await probe.Zaehlen();
        var sitzung = await gemeinsam.App.SignInAsync(probe.Benutzer);
        var schluessel = Guid.NewGuid().ToString();

        var antworten = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => sitzung.PostAsync(adresse, probe.Inhalt, ("Idempotency-Key", schluessel))));

        antworten.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await probe.Zaehlen()).ShouldBe(vorher + 1);
    }

    private async Task<JsonNode> DefinitionAsync(string beschreibung)
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var definition = JsonNode.Parse((await sitzung.GetAsync($"/api/prozesse/notfall/{await VersionAsync()}")).ToString())!;
        definition["description"] = beschreibung;
        return definition;
    }

    private async Task<int> VersionAsync() =>
        (await (await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin)).GetAsync("/api/prozesse")).EnumerateArray()
            .Single(p => p.GetProperty("definitionId").GetString() == "notfall").GetProperty("version").GetInt32();
}
