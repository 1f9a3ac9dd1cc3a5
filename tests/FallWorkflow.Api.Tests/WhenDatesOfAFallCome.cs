using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>What the clock brings in a Fall and what it never does by itself (R41, R42, R48, R50, R54, R58, R73, R74), through the API and over time.</summary>
public sealed class WhenDatesOfAFallCome : IAsyncLifetime
{
    private Steuerung _s = null!;

    /// <summary>A program for each test: every date counts from Monday, 11 January 2027.</summary>
    public async Task InitializeAsync() => _s = new(await FallWorkflowApp.StartAsync());

    public async Task DisposeAsync() => await _s.App.DisposeAsync();

    [Fact]
    public async Task A_missed_contact_leaves_the_window_as_it_is_and_a_held_one_opens_the_next()
    {
        var (fall, heute) = await _s.AdmitAsync();
        await _s.RecordAsync(fall, "TerminVereinbart", heute, new { terminId = "t", am = heute.AddDays(21), um = "10:00", dauer = 45, form = "Buero", zweck = "Gespraech", ort = "Zimmer 204" });
        await _s.App.AdvanceToAsync(heute.AddDays(20));
        (await RuleAsync(await _s.SendAsync(fall, "KontaktAusgefallen", heute.AddDays(20), new { grund = "krank", terminId = "t" }))).ShouldBe("TerminMussErreichtSein");
        await _s.App.AdvanceToAsync(heute.AddDays(21));
        await _s.RecordAsync(fall, "KontaktAusgefallen", heute.AddDays(21), new { grund = "krank", terminId = "t" });

        await _s.App.AdvanceToAsync(heute.AddDays(27));
        (await _s.OpenAsync(fall, "Kontakt")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(heute.AddDays(28));
        (await DueAsync(fall, "Kontakt")).ShouldBe("2027-02-22", "six weeks after the last one that was held");
        var aufgabe = (await _s.TasksAsync(fall)).Single(a => Text(a, "art") == "Kontakt").GetProperty("id").GetGuid();
        await _s.RecordAsync(fall, "KontaktAusgefallen", heute.AddDays(28), new { grund = "wieder krank" });
        (await DueAsync(fall, "Kontakt")).ShouldBe("2027-02-22");
        (await _s.TasksAsync(fall)).Single(a => Text(a, "art") == "Kontakt").GetProperty("id").GetGuid().ShouldBe(aufgabe, "it is not done by a contact that was missed");
        await _s.App.AdvanceToAsync(heute.AddDays(42));
        (await _s.EscalationsAsync(fall)).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(heute.AddDays(43));
        (await _s.EscalationsAsync(fall)).ShouldBe(["Kontakt ist überfällig"]);

        await _s.RecordAsync(fall, "KontaktGehalten", heute.AddDays(43), Beispieldaten.Kontakt);
        (await _s.OpenAsync(fall, "Kontakt")).ShouldBeEmpty();
        (await NextAsync(fall, "Kontaktfenster abwarten")).ShouldBe("2027-03-23", "four weeks later");
    }

    [Fact]
    public async Task The_plan_is_reviewed_after_six_months_and_a_missed_review_reaches_the_team_lead()
    {
        var (fall, heute) = await _s.AdmitAsync();
        (await RuleAsync(await _s.SendAsync(fall, "PlanUeberprueft", heute, new { ergebnis = "Weiterfuehren", anmerkung = "gut" }))).ShouldBe("PlanMussVereinbartSein");
        var mittwoch = heute.AddDays(2);
        await _s.App.AdvanceToAsync(mittwoch);
        await AgreePlanAsync(fall, mittwoch);
        (await (await _s.SendAsync(fall, "PlanUeberprueft", mittwoch, new { anmerkung = "gut" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("ergebnis").ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await (await _s.SendAsync(fall, "PlanUeberprueft", mittwoch, new { ergebnis = "Sanktion", anmerkung = "gut" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("ergebnis").ShouldContain("Weiterfuehren, Aendern, Beenden");

        // Six months after Wednesday, 13 January: Tuesday, 13 July; 14 days before: Tuesday, 29 June.
        await _s.App.AdvanceToAsync(new DateOnly(2027, 6, 28));
        (await RemindersAsync(fall, "Überprüfung")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(new DateOnly(2027, 6, 29));
        (await RemindersAsync(fall, "Überprüfung")).ShouldBe(["Überprüfung des Kooperationsplans steht an"]);
        await _s.App.AdvanceToAsync(new DateOnly(2027, 7, 12));
        (await _s.OpenAsync(fall, "Planueberpruefung")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(new DateOnly(2027, 7, 13));
        (await DueAsync(fall, "Planueberpruefung")).ShouldBe("2027-07-13", "on the day itself");
        (await _s.EscalationsAsync(fall)).ShouldNotContain("Überprüfung des Kooperationsplans ist versäumt");
        (await OverdueOfTheTeamAsync(fall)).ShouldNotContain("Planueberpruefung");
        await _s.App.AdvanceToAsync(new DateOnly(2027, 7, 14));
        (await _s.EscalationsAsync(fall)).ShouldContain("Überprüfung des Kooperationsplans ist versäumt");
        (await OverdueOfTheTeamAsync(fall)).ShouldContain("Planueberpruefung");

        await _s.RecordAsync(fall, "PlanUeberprueft", new(2027, 7, 14), new { ergebnis = "Weiterfuehren", anmerkung = "Es geht voran." });
        (await _s.OpenAsync(fall, "Planueberpruefung", "NeuerPlan")).ShouldBeEmpty();
        (await NextAsync(fall, "Bis zur Erinnerung")).ShouldBe("2027-12-31", "14 days before 14 January");
        await _s.RecordAsync(fall, "PlanUeberprueft", new(2027, 7, 14), new { ergebnis = "Beenden", anmerkung = "Der Plan passt nicht mehr." });
        (await _s.OpenAsync(fall, "NeuerPlan")).ShouldBe(["NeuerPlan"]);
        (await NextAsync(fall, "Bis zur Erinnerung")).ShouldBeNull("there is nothing to review until the next plan");
        await AgreePlanAsync(fall, new(2027, 7, 14));
        (await _s.OpenAsync(fall, "NeuerPlan")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_agreement_there_is_no_plan_however_long_it_takes()
    {
        var (fall, heute) = await _s.AdmitAsync();
        await _s.RecordAsync(fall, "AssessmentAbgeschlossen", heute, new { bereiche = Beispieldaten.Bereiche(heute), nichtEinbezogenWeil = "möchte allein kommen", bildungUndTeilhabe = "KeineKinder" });
        await _s.App.AdvanceToAsync(heute.AddDays(400));

        var stand = await _s.FallAsync(fall);
        (stand.GetProperty("plan").GetArrayLength(), Text(stand, "phase"), Text(stand, "status")).ShouldBe((0, "Planung", "Laufend"));
        (await _s.OpenAsync(fall, "Plan")).ShouldBe(["Plan"]);
        await AgreePlanAsync(fall, heute.AddDays(400));
        (await _s.OpenAsync(fall, "Plan")).ShouldBeEmpty();
        Text(await _s.FallAsync(fall), "phase").ShouldBe("Umsetzung");
    }

    [Fact]
    public async Task The_limit_of_24_months_is_warned_of_and_decided_on_and_closes_nothing_by_itself()
    {
        var (fall, heute) = await _s.AdmitAsync();
        foreach (var (art, feld, daten, meldung) in new (string, string, object, string)[]
        {
            ("DauerVerlaengert", "begruendung", new { monate = 6, begruendung = " " }, "Bitte füllen Sie dieses Feld aus."),
            ("DauerVerlaengert", "monate", new { monate = 0, begruendung = "Umschulung" }, "Eine Verlängerung muss zwischen 1 und 24 Monaten liegen."),
            ("DauerVerlaengert", "monate", new { monate = 25, begruendung = "Umschulung" }, "Eine Verlängerung muss zwischen 1 und 24 Monaten liegen."),
            ("DauerEndeBeschlossen", "begruendung", new { begruendung = "" }, "Bitte füllen Sie dieses Feld aus."),
        })
        {
            (await (await _s.SendAsync(fall, art, heute, daten)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld).ShouldBe(meldung);
        }

        await _s.App.AdvanceToAsync(new DateOnly(2028, 10, 10));
        (await RemindersAsync(fall, "Dauergrenze")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(new DateOnly(2028, 10, 11));
        (await RemindersAsync(fall, "Dauergrenze")).Count.ShouldBe(2, "Fallmanager and team lead, three months before");
        (await DueAsync(fall, "Dauer")).ShouldBe("2029-01-11");
        await _s.App.AdvanceToAsync(new DateOnly(2029, 1, 12));
        (await _s.EscalationsAsync(fall)).ShouldContain("Entscheidung über die Dauer fehlt");
        Text(await _s.FallAsync(fall), "status").ShouldBe("Laufend");

        await _s.RecordAsync(fall, "DauerVerlaengert", new(2029, 1, 12), new { monate = 6, begruendung = "Die Umschulung läuft noch." });
        (await _s.OpenAsync(fall, "Dauer")).ShouldBeEmpty();
        (await _s.FallAsync(fall)).GetProperty("verlaengerungMonate").GetInt32().ShouldBe(6);
        (await NextAsync(fall, "Bis zur Warnung")).ShouldBe("2029-04-11", "three months before 11 July, counted from the admission");

        await _s.RecordAsync(fall, "DauerEndeBeschlossen", new(2029, 1, 12), new { begruendung = "Danach ist es geschafft." });
        (await NextAsync(fall, "Bis zur Warnung")).ShouldBeNull();
        await _s.App.AdvanceToAsync(new DateOnly(2029, 9, 1));
        var stand = await _s.FallAsync(fall);
        (Text(stand, "status"), Text(stand, "phase")).ShouldBe(("Laufend", "Abschluss"), "people close it");
        (await _s.OpenAsync(fall, "Abschluss")).ShouldBe(["Abschluss"]);
        await (await _s.SendAsync(fall, "NachbetreuungBeendet", new(2029, 9, 1), new { })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task A_silent_partner_becomes_a_task_that_its_answer_closes()
    {
        var (fall, heute) = await _s.AdmitAsync();
        await (await _s.SendAsync(fall, "ZuweisungVereinbart", heute, new { zuweisungId = "x", traegerId = Testjobcenter.Schuldnerberatung, antwortFrist = "bald" }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await _s.RecordAsync(fall, "ZuweisungVereinbart", heute, Beispieldaten.Zuweisung("z", Testjobcenter.Schuldnerberatung, "Name"));

        // Ten Werktage after Monday, 11 January: Monday, 25 January, to its end.
        await _s.App.AdvanceToAsync(new DateOnly(2027, 1, 25));
        (await _s.OpenAsync(fall, "TraegerSchweigt")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(new DateOnly(2027, 1, 26));
        (await _s.OpenAsync(fall, "TraegerSchweigt")).ShouldBe(["TraegerSchweigt"]);
        var partner = await _s.App.SignInAsync(Testjobcenter.PartnerSchulden);
        await Sitzung.ReadAsync(await partner.PostAsync("/api/traeger/zuweisungen/z/antwort", new { entscheidung = "Angenommen" }));
        (await _s.OpenAsync(fall, "TraegerSchweigt")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Aftercare_is_as_long_as_agreed_reminds_of_its_contacts_and_ends_by_itself()
    {
        var (fall, heute) = await _s.AdmitAsync();
        (await (await _s.SendAsync(fall, "FallAbgeschlossen", heute, Beispieldaten.Abschluss("eine Weile"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig"))
            .ErrorOf("nachbetreuungDauer").ShouldContain("6 Monate");
        await _s.RecordAsync(fall, "FallAbgeschlossen", heute, Beispieldaten.Abschluss("4 Monate"));

        await _s.App.AdvanceToAsync(heute.AddDays(55));
        (await _s.OpenAsync(fall, "Nachbetreuung")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(heute.AddDays(56));
        (await _s.OpenAsync(fall, "Nachbetreuung")).ShouldBe(["Nachbetreuungskontakt"]);
        (await RemindersAsync(fall, "Nachbetreuung")).ShouldBe(["Kontakt in der Nachbetreuung steht an"]);
        await _s.RecordAsync(fall, "KontaktGehalten", heute.AddDays(56), Beispieldaten.Kontakt);
        (await _s.OpenAsync(fall, "Nachbetreuung")).ShouldBeEmpty();
        await _s.App.AdvanceToAsync(heute.AddDays(112));
        (await RemindersAsync(fall, "Nachbetreuung")).Count.ShouldBe(2);

        // Four months after 11 January: Tuesday, 11 May.
        await _s.App.AdvanceToAsync(new DateOnly(2027, 5, 11));
        Text(await _s.FallAsync(fall), "status").ShouldBe("Nachbetreuung");
        await _s.App.AdvanceToAsync(new DateOnly(2027, 5, 12));
        var ende = await _s.FallAsync(fall);
        (Text(ende, "status"), Text(ende, "beendetAm")).ShouldBe(("Beendet", "2027-05-11"));
        (await _s.OpenAsync(fall, "Nachbetreuung")).ShouldBeEmpty();
        (await RuleAsync(await _s.SendAsync(fall, "KontaktGehalten", new(2027, 5, 12), Beispieldaten.Kontakt))).ShouldBe("FallDarfNichtBeendetSein");
        (await RuleAsync(await _s.SendAsync(fall, "FallWiederAufgenommen", new(2027, 5, 12), new { anlass = "x" }))).ShouldBe("FallMussInNachbetreuungSein", "now a new handover is needed");
    }

    [Fact]
    public async Task Taken_up_again_it_keeps_its_history_and_its_clocks_begin_anew()
    {
        var (fall, heute) = await _s.AdmitAsync();
        await AgreePlanAsync(fall, heute);
        await _s.RecordAsync(fall, "DauerVerlaengert", heute, new { monate = 6, begruendung = "Umschulung" });
        await _s.RecordAsync(fall, "FallAbgeschlossen", heute, Beispieldaten.Abschluss());
        await _s.App.AdvanceToAsync(heute.AddDays(70));
        await _s.RecordAsync(fall, "FallWiederAufgenommen", heute.AddDays(70), new { anlass = "Die Wohnung ist gekündigt." });

        var stand = await _s.FallAsync(fall);
        (Text(stand, "status"), Text(stand, "erstmalsAufgenommenAm"), Text(stand, "aufgenommenAm"), Text(stand, "planStandVom"), stand.GetProperty("verlaengerungMonate").GetInt32())
            .ShouldBe(("Laufend", "2027-01-11", "2027-03-22", null, 0));
        (await _s.OpenAsync(fall, "Nachbetreuung", "Uebergabe", "Erstgespraech", "Aufnahme")).ShouldBeEmpty();
        (await NextAsync(fall, "Kontaktfenster abwarten")).ShouldBe("2027-04-19");
        (await NextAsync(fall, "Bis zur Warnung")).ShouldBe("2028-12-22");
        await _s.App.AdvanceToAsync(heute.AddDays(200));
        Text(await _s.FallAsync(fall), "status").ShouldBe("Laufend", "the end of the aftercare does not come any more");
    }

    private Task AgreePlanAsync(Guid fall, DateOnly am) => _s.RecordAsync(fall, "PlanVereinbart", am, new
    {
        beteiligte = new[] { "Klient" },
        artDerUeberpruefung = "Gespräch",
        schritte = new[] { new { bezeichnung = "Briefe öffnen", verantwortlich = "Klient", thema = "Finanzen" } },
    });

    private static async Task<string?> RuleAsync(HttpResponseMessage antwort) =>
        Text(await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt"), "regel");

    /// <summary>Day on which the only open task of a kind is due.</summary>
    private async Task<string?> DueAsync(Guid fall, string art) => Text((await _s.TasksAsync(fall)).Single(a => Text(a, "art") == art), "faelligAm");

    /// <summary>Day on which a process goes on at a step; null if none waits there.</summary>
    private async Task<string?> NextAsync(Guid fall, string schritt)
    {
        var termine = (await _s.FallAsync(fall)).GetProperty("naechsteTermine").EnumerateArray().Where(t => Text(t, "bezeichnung") == schritt).ToList();
        return termine.Count == 0 ? null : Text(termine.ShouldHaveSingleItem(), "am");
    }

    private async Task<List<string>> RemindersAsync(Guid fall, string thema) =>
        [.. (await (await _s.App.SignInAsync(Testjobcenter.Fallmanagerin)).GetAsync($"/api/faelle/{fall}/verlauf")).EnumerateArray()
            .Where(v => Text(v, "art") == "Erinnerung").Select(v => Text(v, "titel")!).Where(t => t.Contains(thema, StringComparison.Ordinal))];

    private async Task<List<string?>> OverdueOfTheTeamAsync(Guid fall) =>
        [.. (await (await _s.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync("/api/team/aufgaben?ueberfaellig=true")).EnumerateArray()
            .Where(a => a.GetProperty("fallId").GetGuid() == fall).Select(a => Text(a, "art"))];

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
