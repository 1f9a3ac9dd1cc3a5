using System.Net;
using System.Security.Claims;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.TestKit.App;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenPeopleAskForWhatIsNotTheirs(Gemeinsam gemeinsam)
{
    [Theory]
    [InlineData(Testjobcenter.BerlinerFallmanager)]
    [InlineData(Testjobcenter.BerlinerTeamleiter)]
    [InlineData(Testjobcenter.ZweiteFallmanagerin)]
    [InlineData(Testjobcenter.Vermittlerin)]
    public async Task The_Fall_does_not_exist_for_them(string benutzer)
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);
        foreach (var teil in new[] { "", "/verlauf", "/akte", "/journal" })
            await (await sitzung.Http.GetAsync($"/api/faelle/{fall}{teil}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var nummer = (await leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("nummer").GetString()!;
        (await ListedAsync(leitung, nummer)).ShouldBe([fall]);
        (await ListedAsync(sitzung, nummer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Placement_reads_a_Fall_that_it_gets_back_and_no_longer_once_it_is_taken_up_again()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        await probe.RecordAsync("RueckgabeErklaert", new { begruendung = "Arbeit ist in Reichweite.", zielstand = "fast erreicht", offeneZuweisungen = "keine" });
        (await vermittlerin.Http.GetAsync($"/api/faelle/{probe.Fall}/akte")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var nummer = (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}")).GetProperty("nummer").GetString()!;
        (await ListedAsync(vermittlerin, nummer)).ShouldBe([probe.Fall]);
        await probe.RecordAsync("FallAbgeschlossen", Beispieldaten.Abschluss());
        await probe.RecordAsync("FallWiederAufgenommen", new { anlass = "Die Stelle ist verloren." });

        await (await vermittlerin.Http.GetAsync($"/api/faelle/{probe.Fall}/akte")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await ListedAsync(vermittlerin, nummer)).ShouldBeEmpty();
        (await probe.AkteAsync("RueckgabeErklaert")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Testjobcenter.Fallmanagerin)]
    [InlineData(Testjobcenter.Teamleiterin)]
    [InlineData(Testjobcenter.Datenschuetzerin)]
    public async Task It_does_for_those_in_charge_and_every_look_is_logged(string benutzer)
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);
        foreach (var (teil, zweck) in new[] { ("", "Fall"), ("/verlauf", "Verlauf"), ("/akte", "Akte"), ("/journal", "Journal") })
        {
            await sitzung.GetAsync($"/api/faelle/{fall}{teil}");
            (await LogAsync(fall)).Count(z => z == (benutzer, zweck, "Gelesen", Lesezugriff.Aufgabenerfuellung)).ShouldBe(1, zweck);
        }
    }

    [Theory]
    [InlineData(Testjobcenter.Fallmanagerin, "/api/aufgaben", "Aufgabenliste")]
    [InlineData(Testjobcenter.Fallmanagerin, "/api/faelle", "Fallliste")]
    [InlineData(Testjobcenter.Teamleiterin, "/api/team/aufgaben", "Teamübersicht")]
    [InlineData(Testjobcenter.PartnerSchulden, "/api/traeger/zuweisungen", "Zuweisungsliste")]
    public async Task Lists_are_logged_without_naming_anybody(string benutzer, string adresse, string zweck)
    {
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);
        var vorher = await CountAsync(benutzer, zweck);
        await sitzung.GetAsync(adresse);
        (await CountAsync(benutzer, zweck)).ShouldBe(vorher + 1);

        async Task<long> CountAsync(string wer, string was)
        {
            await using var verbindung = new SqliteConnection(gemeinsam.App.ConnectionString);
            await verbindung.OpenAsync();
            await using var befehl = verbindung.CreateCommand();
            befehl.CommandText = "SELECT COUNT(*) FROM Zugriffe WHERE AkteurId = $wer AND Zweck = $was AND FallId IS NULL AND Art = 'Gelesen'";
            befehl.Parameters.AddWithValue("$wer", wer);
            befehl.Parameters.AddWithValue("$was", was);
            return (long)(await befehl.ExecuteScalarAsync())!;
        }
    }

    [Fact]
    public async Task A_partner_s_look_at_its_referral_and_messages_is_logged_at_the_Fall()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung($"Z-{fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        var partner = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        foreach (var (teil, zweck) in new[] { ("", "Zuweisung"), ("/nachrichten", "Nachrichten") })
        {
            await partner.GetAsync($"/api/traeger/zuweisungen/Z-{fall:N}{teil}");
            (await LogAsync(fall)).Count(z => z == (Testjobcenter.PartnerSchulden, zweck, "Gelesen", Lesezugriff.Aufgabenerfuellung)).ShouldBe(1, zweck);
        }
    }

    private async Task<IReadOnlyList<(string, string, string, string?)>> LogAsync(Guid fall) =>
        [.. (await gemeinsam.App.Services.GetRequiredService<IZugriffsprotokoll>().OfFallAsync(fall, 100)).Select(z => (z.AkteurId, z.Zweck, z.Art, z.Grundlage))];

    [Fact]
    public async Task What_names_no_role_is_closed_to_everybody_who_is_not_signed_in()
    {
        var regeln = gemeinsam.App.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var rueckfall = (await regeln.GetFallbackPolicyAsync()).ShouldNotBeNull("without it a forgotten attribute opens a page");
        var pruefung = gemeinsam.App.Services.GetRequiredService<IAuthorizationService>();
        (await pruefung.AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity()), null, rueckfall)).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task The_demo_s_clock_does_not_exist_in_service()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        (await sitzung.Http.GetAsync("/demo/uhr")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var form = new FormUrlEncodedContent([new("tage", "7")]);
        (await sitzung.Http.PostAsync("/demo/uhr", form)).IsSuccessStatusCode.ShouldBeFalse();
        (await gemeinsam.App.TodayAsync()).ShouldBe(Gemeinsam.Heute);
    }

    [Theory]
    [InlineData(Testjobcenter.Teamleiterin, "POST", "/api/prozesse")]
    [InlineData(Testjobcenter.Fallmanagerin, "GET", "/api/prozesse")]
    [InlineData(Testjobcenter.Fallmanagerin, "POST", "/api/fachkonzepte")]
    [InlineData(Testjobcenter.Fallmanagerin, "GET", "/api/statistik/zugang")]
    [InlineData(Testjobcenter.Fallmanagerin, "GET", "/api/traeger/zuweisungen")]
    [InlineData(Testjobcenter.PartnerSuchthilfe, "GET", "/api/faelle")]
    [InlineData(Testjobcenter.PartnerSuchthilfe, "POST", "/api/uebergaben")]
    [InlineData(Testjobcenter.Prozessgestalterin, "GET", "/api/faelle")]
    public async Task Another_role_is_told_so(string benutzer, string methode, string adresse)
    {
        var sitzung = await gemeinsam.App.SignInAsync(benutzer);
        var antwort = methode == "GET" ? await sitzung.Http.GetAsync(adresse) : await sitzung.PostAsync(adresse, new { });
        await antwort.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
    }

    [Fact]
    public async Task Nobody_hands_over_to_another_office()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var antwort = await sitzung.PostAsync("/api/uebergaben", new { wirksamAm = Gemeinsam.Heute, bueroId = Testjobcenter.Berlin, daten = Beispieldaten.Uebergabe });
        await antwort.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
    }

    [Fact]
    public async Task A_partner_sees_its_own_referral_with_the_released_fields_only()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var id = $"Z-{fall:N}";
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name", "Anliegen"));

        var eigener = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        var zuweisung = await eigener.GetAsync($"/api/traeger/zuweisungen/{id}");
        zuweisung.GetProperty("felder").EnumerateObject().Select(f => f.Name).ShouldBe(["Name", "Anliegen"], ignoreOrder: true);
        zuweisung.ToString().ShouldNotContain("0151");

        var fremder = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSuchthilfe);
        await (await fremder.Http.GetAsync($"/api/traeger/zuweisungen/{id}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        await (await fremder.PostAsync($"/api/traeger/zuweisungen/{id}/antwort", new { entscheidung = "Angenommen" }))
            .ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        (await fremder.GetAsync("/api/traeger/zuweisungen")).GetArrayLength().ShouldBe(0);

        (await eigener.PostAsync($"/api/traeger/zuweisungen/{id}/antwort", new { entscheidung = "Angenommen", text = "Gern." })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await eigener.PostAsync($"/api/traeger/zuweisungen/{id}/bericht", new { art = "Beginn" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var stand = await fallmanagerin.GetAsync($"/api/faelle/{fall}");
        stand.GetProperty("zuweisungen")[0].GetProperty("stand").GetString().ShouldBe("Begonnen");
    }

    private static async Task<IEnumerable<Guid>> ListedAsync(Sitzung sitzung, string nummer) =>
        (await sitzung.GetAsync($"/api/faelle?text={nummer}")).GetProperty("zeilen").EnumerateArray().Select(z => z.GetProperty("id").GetGuid());
}
