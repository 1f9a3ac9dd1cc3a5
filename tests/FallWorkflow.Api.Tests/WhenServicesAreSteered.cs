using System.Net;
using System.Text.Json;
using FallWorkflow.Domain.Akte;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Monitoring, chains, third parties, employment, missing offers (R44, R60, R62, R65, R66, R72), through the API and over time.</summary>
public sealed class WhenServicesAreSteered : IAsyncLifetime
{
    private Steuerung _s = null!;

    /// <summary>A program for each test: what falls due on which day is told from one Monday.</summary>
    public async Task InitializeAsync() => _s = new(await FallWorkflowApp.StartAsync());

    public async Task DisposeAsync() => await _s.App.DisposeAsync();

    [Fact]
    public async Task Client_and_partner_are_asked_separately_each_on_its_own_date()
    {
        var (fall, heute) = await _s.AdmitAsync();
        var z = await _s.AcceptedAsync(fall, heute);
        await (await _s.SendAsync(fall, "KlientZurLeistungBefragt", heute, new { zuweisungId = "keine", fortschritt = "gut", passung = "Passt" }))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");

        await _s.App.AdvanceToAsync(heute.AddDays(55));
        (await _s.OpenAsync(fall, "Monitoring")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(heute.AddDays(56));
        (await _s.OpenAsync(fall, "Monitoring")).ShouldBe(["MonitoringKlient", "MonitoringTraeger"]);

        await _s.RecordAsync(fall, "KlientZurLeistungBefragt", heute.AddDays(56), new { zuweisungId = z, fortschritt = "zwei Gläubiger geklärt", passung = "Passt" });
        (await _s.OpenAsync(fall, "Monitoring")).ShouldBe(["MonitoringTraeger"]);
        await _s.RecordAsync(fall, "MonitoringVereinbart", heute.AddDays(56), new { zuweisungId = z, abstand = "2 Wochen", begruendung = "enger begleiten" });
        await _s.App.AdvanceToAsync(heute.AddDays(70));
        (await _s.OpenAsync(fall, "Monitoring")).ShouldBe(["MonitoringKlient", "MonitoringTraeger"]);

        await _s.RecordAsync(fall, "ZuweisungBeendet", heute.AddDays(70), new { zuweisungId = z, ende = heute.AddDays(70), ergebnis = "geregelt" });
        (await _s.OpenAsync(fall, "Monitoring")).ShouldBeEmpty();
        var zuweisung = (await _s.FallAsync(fall)).GetProperty("zuweisungen")[0];
        (zuweisung.GetProperty("passungKlient").GetString(), zuweisung.GetProperty("passungTraeger").ValueKind).ShouldBe(("Passt", JsonValueKind.Null));
    }

    [Fact]
    public async Task A_chain_names_its_interfaces_and_each_transition_has_a_task()
    {
        var (fall, heute) = await _s.AdmitAsync();
        var (a, b) = (await _s.AcceptedAsync(fall, heute), await _s.AcceptedAsync(fall, heute));
        var kette = new { ketteId = "kette", bezeichnung = "Schulden, dann Arbeit", verantwortlich = "Frau Anker" };
        (await (await _s.SendAsync(fall, "LeistungsketteGebildet", heute, new { kette.ketteId, kette.bezeichnung, kette.verantwortlich, glieder = new[] { new { zuweisungId = a }, new { zuweisungId = b } } }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("glieder[0].schnittstelle").ShouldContain("nächste Leistung");
        await (await _s.SendAsync(fall, "LeistungsketteGebildet", heute, new { kette.ketteId, kette.bezeichnung, kette.verantwortlich, glieder = Glieder(a, "gibt es nicht") }))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await _s.RecordAsync(fall, "LeistungsketteGebildet", heute, new { kette.ketteId, kette.bezeichnung, kette.verantwortlich, glieder = Glieder(a, b) });

        await _s.RecordAsync(fall, "ZuweisungBeendet", heute, new { zuweisungId = a, ende = heute, ergebnis = "geregelt" });
        (await _s.OpenAsync(fall, "Uebergang")).ShouldBe(["Uebergang"]);
        await _s.App.AdvanceToAsync(heute.AddDays(91));
        (await _s.OpenAsync(fall, "Leistungskette")).ShouldBe(["Leistungskette"]);
        (await _s.EscalationsAsync(fall)).ShouldContain("Übergang in einer Leistungskette ist noch nicht gesichert");
        await _s.RecordAsync(fall, "LeistungsketteBeendet", heute.AddDays(91), new { ketteId = "kette", ergebnis = "Beide Leistungen greifen." });
        (await _s.OpenAsync(fall, "Leistungskette", "Uebergang")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_third_party_holds_the_contacts_and_reports_until_the_lead_comes_back()
    {
        var (fall, heute) = await _s.AdmitAsync();
        var z = await _s.AcceptedAsync(fall, heute);
        var partner = await _s.App.SignInAsync(Testjobcenter.PartnerSchulden);
        var bericht = new { kontakte = 5, stand = "stabil", naechsteSchritte = "Umzug" };
        await (await partner.PostAsync($"/api/traeger/zuweisungen/{z}/fallfuehrung", bericht)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        await _s.RecordAsync(fall, "FallfuehrungUebertragen", heute, new { zuweisungId = z, auftrag = "Begleitung im Alltag", ansprechperson = "Kim Partner", klientEinverstanden = true });
        (await _s.FallAsync(fall)).GetProperty("beauftragterDritter").GetString().ShouldBe(z);

        await _s.App.AdvanceToAsync(heute.AddDays(60));
        (await _s.OpenAsync(fall, "Kontakt")).ShouldBeEmpty("the third party holds the contacts");
        await _s.App.AdvanceToAsync(heute.AddDays(92));
        (await _s.OpenAsync(fall, "Fallfuehrungsbericht")).ShouldBe(["Fallfuehrungsbericht"]);
        (await partner.PostAsync($"/api/traeger/zuweisungen/{z}/fallfuehrung", bericht)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _s.OpenAsync(fall, "Fallfuehrungsbericht")).ShouldBeEmpty();

        await _s.App.AdvanceToAsync(heute.AddDays(92 + 120));
        (await _s.EscalationsAsync(fall)).ShouldContain("Bericht des beauftragten Dritten fehlt");
        await _s.RecordAsync(fall, "FallfuehrungZurueckgenommen", heute.AddDays(92 + 120), new { zuweisungId = z, begruendung = "Die Hilfe ist beendet." });
        (await _s.OpenAsync(fall, "Fallfuehrungsbericht")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(heute.AddDays(92 + 121));
        (await _s.OpenAsync(fall, "Kontakt")).ShouldBe(["Kontakt"], "the Fallmanager has not seen the person for long");
        (await MissedAsync(heute, heute.AddDays(92))).ShouldBe(0, "no window of contacts runs while a third party leads");
        (await MissedAsync(heute, heute.AddDays(92 + 120))).ShouldBe(0, "and none is missed when it ends");
        await _s.App.AdvanceToAsync(heute.AddDays(92 + 120 + 50));
        (await MissedAsync(heute, heute.AddDays(92 + 120 + 50))).ShouldBe(1, "six weeks after the lead came back");
    }

    [Fact]
    public async Task Employment_is_checked_and_can_be_left_for_health_at_any_time_without_detriment()
    {
        var (fall, heute) = await _s.AdmitAsync();
        var beginn = new { beschaeftigungId = "b", foerderung = "Teilhabe16i", arbeitgeber = "Stadtgärtnerei", eignung = "arbeitet gern draußen" };
        (await (await _s.SendAsync(fall, "BeschaeftigungBegonnen", heute, new { beginn.beschaeftigungId, beginn.foerderung, beginn.arbeitgeber, beginn.eignung, anschlussperspektive = " " }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("anschlussperspektive").ShouldNotBeEmpty();
        await _s.RecordAsync(fall, "BeschaeftigungBegonnen", heute, new { beginn.beschaeftigungId, beginn.foerderung, beginn.arbeitgeber, beginn.eignung, anschlussperspektive = "Stelle im Team" });
        await _s.App.AdvanceToAsync(heute.AddDays(92));
        (await _s.OpenAsync(fall, "Eignung")).ShouldBe(["Eignung"]);
        await _s.RecordAsync(fall, "EignungGeprueft", heute.AddDays(92), new { beschaeftigungId = "b", eignung = "PasstTeilweise", anschlussperspektive = "Stelle im Team" });

        await _s.RecordAsync(fall, "PauseBegonnen", heute.AddDays(92), new { pauseId = "p", von = heute.AddDays(92), bis = heute.AddDays(120), grund = "Krankenhaus" });
        await (await _s.SendAsync(fall, "BeschaeftigungBeendet", heute.AddDays(92), new { beschaeftigungId = "b", grund = "Sonstiges" }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        var vorher = await _s.FallAsync(fall);
        await _s.RecordAsync(fall, "BeschaeftigungBeendet", heute.AddDays(92), new { beschaeftigungId = "b", grund = "Gesundheit" });
        var nachher = await _s.FallAsync(fall);
        foreach (var gleich in new[] { "phase", "status", "plan", "ziele", "letzterKontaktAm", "verlaengerungMonate" })
            nachher.GetProperty(gleich).GetRawText().ShouldBe(vorher.GetProperty(gleich).GetRawText(), gleich);
        (await _s.OpenAsync(fall, "Eignung", "Anschluss", "GeordnetBeenden")).ShouldBe(["Anschluss"], "nothing follows but the talk about what comes next");
    }

    [Fact]
    public async Task Missing_offers_are_summed_over_Faelle_by_kind_area_office_and_period()
    {
        var (erster, heute) = await _s.AdmitAsync();
        var (zweiter, _) = await _s.AdmitAsync();
        var angebot = new { art = "Therapie", gebiet = "Langwasser", seit = heute };
        await (await _s.SendAsync(erster, "AngebotFehlt", heute, new { lueckeId = "l", angebot = new { art = "Therapie", gebiet = "", seit = heute } }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await _s.RecordAsync(erster, "AngebotFehlt", heute, new { lueckeId = "l", angebot });
        await _s.RecordAsync(zweiter, "FallAbgeschlossen", heute, new
        {
            situationDamalsUndHeute = "besser",
            zielerreichung = "erreicht",
            wasGeholfenHat = "Gespräche",
            verbleibendeSchritte = "Wohnung",
            standDerAngebote = "Therapieplatz fehlt",
            arbeitGefunden = false,
            fehlendeAngebote = new[] { new { art = "Therapie", gebiet = " LANGWASSER ", seit = heute.AddDays(-30) } },
        });
        (await LueckenAsync(heute, heute)).ShouldBe([("Therapie", "Langwasser", heute.AddDays(-30), 2, 2)]);
        (await LueckenAsync(heute.AddDays(-60), heute.AddDays(-31))).ShouldBeEmpty();
        (await LueckenAsync(heute.AddDays(-60), heute.AddDays(-1))).ShouldBe([("Therapie", "LANGWASSER", heute.AddDays(-30), 1, 1)]);

        await _s.RecordAsync(erster, "AngebotGefunden", heute, new { lueckeId = "l", wodurch = "Platz in Fürth" });
        (await LueckenAsync(heute, heute)).ShouldBe([("Therapie", "Langwasser", heute.AddDays(-30), 2, 1)]);
        var leitung = await _s.App.SignInAsync(Testjobcenter.Teamleiterin);
        WebUtility.HtmlDecode(await leitung.Http.GetStringAsync("/team")).ShouldContain("Langwasser");
        var berlin = await _s.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await berlin.GetAsync("/api/statistik/angebotsluecken")).GetProperty("ergebnis").GetArrayLength().ShouldBe(0);
    }

    private async Task<int> MissedAsync(DateOnly von, DateOnly bis) =>
        (await (await _s.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync($"/api/statistik/kontakttreue?von={von:yyyy-MM-dd}&bis={bis:yyyy-MM-dd}"))
            .GetProperty("ergebnis").GetProperty("versaeumt").GetInt32();

    private async Task<List<(string?, string?, DateOnly, int, int)>> LueckenAsync(DateOnly von, DateOnly bis)
    {
        var leitung = await _s.App.SignInAsync(Testjobcenter.Teamleiterin);
        return [.. (await leitung.GetAsync($"/api/statistik/angebotsluecken?von={von:yyyy-MM-dd}&bis={bis:yyyy-MM-dd}")).GetProperty("ergebnis").Deserialize<List<JsonElement>>()!
            .Select(l => (l.GetProperty("art").GetString(), l.GetProperty("gebiet").GetString(), l.GetProperty("seit").Deserialize<DateOnly>(TatsachenKatalog.Json),
                l.GetProperty("faelle").GetInt32(), l.GetProperty("offen").GetInt32()))];
    }

    private static object[] Glieder(string a, string b) => [new { zuweisungId = a, schnittstelle = "Bericht geht an die nächste Stelle" }, new { zuweisungId = b }];
}
