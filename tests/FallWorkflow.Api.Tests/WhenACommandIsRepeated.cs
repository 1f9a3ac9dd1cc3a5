using System.Net;
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
}
