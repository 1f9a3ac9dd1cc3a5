using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>What an arrangement with others has to say before it counts (R44, R46, R47, R53, R55, R57, R60, R62–R64, R66, R67); today is Monday, 11 January 2027.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenHelpOfOthersIsArranged(Gemeinsam gemeinsam)
{
    private const string Leer = "Bitte füllen Sie dieses Feld aus.";

    [Fact]
    public async Task A_partner_gets_fields_that_were_chosen_and_can_be_released()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = $"Z-{probe.Fall:N}";
        (await probe.RefusedAtAsync("ZuweisungVereinbart", "freigegebeneFelder", Zuweisung(id))).ShouldContain("mindestens eine Angabe");
        (await probe.RefusedAtAsync("ZuweisungVereinbart", "freigegebeneFelder", Zuweisung(id, "Name", "Diagnose"))).ShouldStartWith("Freigegeben werden können nur: ");
        (await probe.ReadAsync()).GetProperty("zuweisungen").GetArrayLength().ShouldBe(0);

        await probe.RecordAsync("ZuweisungVereinbart", Zuweisung(id, "Name"));
        (await (await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden)).GetAsync($"/api/traeger/zuweisungen/{id}"))
            .GetProperty("felder").EnumerateObject().Select(f => f.Name).ShouldBe(["Name"]);
    }

    [Fact]
    public async Task A_legal_basis_counts_only_on_days_on_which_it_applied()
    {
        var (uebergabe, aufnahme) = (new DateOnly(2023, 6, 26), new DateOnly(2023, 7, 3));
        var fallmanager = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerFallmanager);
        var fall = await (await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerVermittler)).OpenFallAsync(uebergabe);
        await fallmanager.RecordAsync(fall, "UebergabeAngenommen", uebergabe, new { fallmanagerId = Testjobcenter.BerlinerFallmanager });
        await fallmanager.RecordAsync(fall, "ErstgespraechGefuehrt", aufnahme, Beispieldaten.Erstgespraech);
        await fallmanager.RecordAsync(fall, "KlientEntschieden", aufnahme, new { moechteFallmanagement = true });
        await fallmanager.RecordAsync(fall, "FallAufgenommen", aufnahme, new { });
        var plan = Plan("§ 16k SGB II");

        // § 16k came into the law on 1 July 2023.
        var antwort = await fallmanager.PostAsync($"/api/faelle/{fall}/eintraege/PlanVereinbart", new { wirksamAm = "2023-06-30", daten = plan });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        (Text(problem, "regel"), Text(problem, "feld")).ShouldBe(("RechtsgrundlageMussGelten", "schritte"));
        Text(problem, "detail")!.ShouldContain("Wählen Sie eine, die an diesem Tag gilt.");

        await fallmanager.RecordAsync(fall, "PlanVereinbart", aufnahme, plan);
        Text((await fallmanager.GetAsync($"/api/faelle/{fall}")).GetProperty("plan")[0], "rechtsgrundlage").ShouldBe("§ 16k SGB II");
    }

    [Theory]
    [InlineData("KeineKinder")]
    [InlineData("WirdGenutzt")]
    [InlineData("WirdBeantragt")]
    [InlineData("NichtGewuenscht")]
    public async Task Parents_answer_as_it_is_and_the_answer_is_kept(string antwort)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AssessmentAbgeschlossen", "bildungUndTeilhabe", Assessment("Vielleicht"))).ShouldContain(antwort);
        (await probe.VerstehenAsync()).GetProperty("bildungUndTeilhabe").ValueKind.ShouldBe(JsonValueKind.Null);
        await probe.RecordAsync("AssessmentAbgeschlossen", Assessment(antwort));
        Text(await probe.VerstehenAsync(), "bildungUndTeilhabe").ShouldBe(antwort);

        static object Assessment(string wert) => new { bereiche = Beispieldaten.Bereiche(Gemeinsam.Heute), nichtEinbezogenWeil = "möchte allein kommen", bildungUndTeilhabe = wert };
    }

    [Fact]
    public async Task A_new_contact_person_comes_with_a_reason_even_after_a_talk()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var wechsel = new { fallmanagerId = Testjobcenter.ZweiteFallmanagerin, begruendung = " ", uebergabegespraechAm = Gemeinsam.Heute };
        (await probe.RefusedAtAsync("FallmanagerGewechselt", "begruendung", wechsel)).ShouldBe(Leer);
        (await probe.RefusedByAsync("FallmanagerGewechselt", new { wechsel.fallmanagerId, begruendung = "Elternzeit", uebergabegespraechAm = Gemeinsam.Heute.AddDays(1) }))
            .ShouldBe("UebergabegespraechMussGefuehrtSein", "a talk that is only planned is none");
        Text(await probe.ReadAsync(), "fallmanagerId").ShouldBe(Testjobcenter.Fallmanagerin);
        await probe.RecordAsync("FallmanagerGewechselt", new { wechsel.fallmanagerId, begruendung = "Elternzeit", wechsel.uebergabegespraechAm });
        Text(await (await gemeinsam.App.SignInAsync(Testjobcenter.ZweiteFallmanagerin)).GetAsync($"/api/faelle/{probe.Fall}"), "fallmanagerId").ShouldBe(Testjobcenter.ZweiteFallmanagerin);
    }

    [Fact]
    public async Task Monitoring_has_a_distance_that_can_be_read_and_a_reason_and_moves_both_questions()
    {
        var (probe, a, _) = await ReferTwiceAsync();
        (await probe.RefusedAtAsync("MonitoringVereinbart", "abstand", new { zuweisungId = a, abstand = "oft", begruendung = "enger" })).ShouldContain("4 Wochen");
        (await probe.RefusedAtAsync("MonitoringVereinbart", "begruendung", new { zuweisungId = a, abstand = "2 Wochen", begruendung = "" })).ShouldBe(Leer);
        (await probe.RefusedByAsync("TraegerZurLeistungBefragt", new { zuweisungId = "keine", fortschritt = "gut", passung = "Passt" })).ShouldBe("ZuweisungMussAngenommenSein");
        (await DatesAsync()).ShouldBe(["2027-03-08", "2027-03-08"], "eight weeks");

        await probe.RecordAsync("MonitoringVereinbart", new { zuweisungId = a, abstand = "2 Wochen", begruendung = "enger" });
        (await DatesAsync()).ShouldBe(["2027-01-25", "2027-01-25"]);
        await probe.RecordAsync("TraegerZurLeistungBefragt", new { zuweisungId = a, fortschritt = "gut", passung = "PasstTeilweise" });
        var zuweisung = (await probe.ReadAsync()).GetProperty("zuweisungen").EnumerateArray().Single(z => Text(z, "id") == a);
        (Text(zuweisung, "passungTraeger"), zuweisung.GetProperty("passungKlient").ValueKind).ShouldBe(("PasstTeilweise", JsonValueKind.Null), "what the one side says is not what the other says");

        async Task<List<string?>> DatesAsync() =>
            [.. (await probe.ReadAsync()).GetProperty("naechsteTermine").EnumerateArray().Where(t => t.GetProperty("bezug").GetString() == a).Select(t => Text(t, "am"))];
    }

    [Fact]
    public async Task A_chain_has_two_services_at_least_and_somebody_responsible()
    {
        var (probe, a, b) = await ReferTwiceAsync();
        (await probe.RefusedAtAsync("LeistungsketteGebildet", "verantwortlich", Kette(" ", a, b))).ShouldBe(Leer);
        (await probe.RefusedAtAsync("LeistungsketteGebildet", "glieder", Kette("Frau Anker", a))).ShouldContain("mindestens zwei Leistungen");
        (await probe.RefusedAtAsync("LeistungsketteGebildet", "glieder", Kette("Frau Anker", a, a))).ShouldContain("nur einmal");
        (await probe.RefusedByAsync("LeistungsketteGebildet", Kette("Frau Anker", a, "gibt es nicht"))).ShouldBe("KettengliederMuessenZugewiesenSein");

        await probe.RecordAsync("LeistungsketteGebildet", Kette("Frau Anker", a, b));
        var kette = await StrangAsync(probe, "kette");
        (kette.GetProperty("istOffen").GetBoolean(), string.Join(' ', kette.GetProperty("zuweisungen").EnumerateArray())).ShouldBe((true, $"{a} {b}"));
        Text((await probe.AkteAsync("LeistungsketteGebildet")).ShouldHaveSingleItem().GetProperty("daten"), "verantwortlich").ShouldBe("Frau Anker");

        static object Kette(string verantwortlich, params string[] ids) =>
            new { ketteId = "kette", bezeichnung = "Schulden, dann Arbeit", verantwortlich, glieder = ids.Select(zuweisungId => new { zuweisungId, schnittstelle = "Bericht" }) };
    }

    [Fact]
    public async Task A_conference_has_participants_and_each_decision_an_owner()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var wer = new[] { new { art = "Klient", name = "Jörg Müßig-Öztürk" } };
        (await probe.RefusedAtAsync("FallkonferenzVereinbart", "teilnehmende", Konferenz([]))).ShouldContain("mindestens eine Person");
        (await probe.RefusedAtAsync("FallkonferenzVereinbart", "teilnehmende[0].name", Konferenz([new { art = "Klient", name = " " }]))).ShouldBe(Leer);
        await probe.RecordAsync("FallkonferenzVereinbart", Konferenz(wer));
        (await probe.RefusedAtAsync("FallkonferenzGehalten", "beschluesse[0].verantwortlich", Gehalten(" "))).ShouldBe(Leer);
        (await StrangAsync(probe, "k")).GetProperty("istOffen").GetBoolean().ShouldBeTrue();

        await probe.RecordAsync("FallkonferenzGehalten", Gehalten("Suchthilfe e. V."));
        (await StrangAsync(probe, "k")).GetProperty("istOffen").GetBoolean().ShouldBeFalse();
        var beschluss = (await probe.AkteAsync("BeschlussGefasst")).ShouldHaveSingleItem().GetProperty("daten");
        (Text(beschluss, "verantwortlich"), Text(beschluss, "bis")).ShouldBe(("Suchthilfe e. V.", "2027-02-01"));

        object Konferenz(object[] teilnehmende) => new { konferenzId = "k", anlass = "Wohnung", am = "2027-01-18", teilnehmende, klientEinverstanden = true };
        object Gehalten(string verantwortlich) =>
            new { konferenzId = "k", teilnehmende = wer, ergebnis = "abgestimmt", beschluesse = new[] { new { was = "Wohnung suchen", zustaendig = "Traeger", verantwortlich, bis = "2027-02-01" } } };
    }

    [Fact]
    public async Task A_question_to_the_benefits_department_is_due_when_agreed_and_its_answer_names_who_gave_it()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("LeistungsfrageGestellt", "frage", new { frageId = "f", frage = " " })).ShouldBe(Leer);
        (await probe.RefusedByAsync("LeistungsfrageBeantwortet", new { frageId = "f", antwort = "ja", beantwortetVon = "Leistungsabteilung" })).ShouldBe("StrangMussOffenSein");
        await probe.RecordAsync("LeistungsfrageGestellt", new { frageId = "f", frage = "Kaution?", antwortFrist = "3 Wochen" });
        await probe.RecordAsync("LeistungsfrageGestellt", new { frageId = "g", frage = "Umzug?" });
        (await DueAsync()).ShouldBe(["2027-01-25", "2027-02-01"], "ten Werktage, or as agreed");
        (await probe.RefusedAtAsync("LeistungsfrageBeantwortet", "beantwortetVon", new { frageId = "f", antwort = "ja", beantwortetVon = "" })).ShouldBe(Leer);

        await probe.RecordAsync("LeistungsfrageBeantwortet", new { frageId = "f", antwort = "ja", beantwortetVon = "Leistungsabteilung" });
        (await DueAsync()).ShouldBe(["2027-01-25"], "the other one is still open");

        async Task<List<string?>> DueAsync() => [.. (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray()
            .Where(a => (Text(a, "art"), Text(a, "status")) == ("Leistungsfrage", "Offen")).Select(a => Text(a, "faelligAm")).Order()];
    }

    [Fact]
    public async Task An_employer_takes_part_only_with_the_clients_agreement_and_employment_checks_its_fitness()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("PlanVereinbart", Plan(null));
        (await probe.RefusedAtAsync("ArbeitgeberBeteiligt", "klientEinverstanden", Beteiligung("Erprobung", false))).ShouldContain("Fragen Sie die Person");
        (await probe.RefusedByAsync("ArbeitgeberBeteiligt", Beteiligung("Anderes", true))).ShouldBe("SchrittMussImPlanStehen");
        await probe.RecordAsync("ArbeitgeberBeteiligt", Beteiligung("Erprobung", true));
        Text(await StrangAsync(probe, "a"), "bezeichnung").ShouldBe("Bäckerei Süß: Erprobung");

        (await probe.RefusedAtAsync("BeschaeftigungBegonnen", "eignung", Beschaeftigung(" "))).ShouldBe(Leer);
        await probe.RecordAsync("BeschaeftigungBegonnen", Beschaeftigung("arbeitet gern draußen"));
        (await probe.RefusedAtAsync("EignungGeprueft", "anschlussperspektive", new { beschaeftigungId = "b", eignung = "Passt", anschlussperspektive = "" })).ShouldBe(Leer);
        (await probe.RefusedAtAsync("BeschaeftigungBeendet", "begruendung", new { beschaeftigungId = "b", grund = "Sonstiges" })).ShouldContain("gesundheitlichen Gründen");
        await probe.RecordAsync("BeschaeftigungBeendet", new { beschaeftigungId = "b", grund = "Gesundheit" });
        (await StrangAsync(probe, "b")).GetProperty("istOffen").GetBoolean().ShouldBeFalse();

        static object Beteiligung(string planschritt, bool klientEinverstanden) =>
            new { beteiligungId = "a", planschritt, arbeitgeber = "Bäckerei Süß", ansprechperson = "Frau Öz", beitrag = "drei Tage", klientEinverstanden, rueckmeldungBis = "2027-01-25" };
        static object Beschaeftigung(string eignung) =>
            new { beschaeftigungId = "b", foerderung = "Teilhabe16i", arbeitgeber = "Stadtgärtnerei", anschlussperspektive = "Stelle im Team", eignung };
    }

    [Fact]
    public async Task Help_that_is_missing_has_a_kind_and_is_found_once_and_assistance_says_what_was_done()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AngebotFehlt", "angebot.art", Luecke("Etwas"))).ShouldContain("Therapie");
        (await probe.RefusedByAsync("AngebotGefunden", new { lueckeId = "l", wodurch = "Platz" })).ShouldBe("StrangMussOffenSein");
        await probe.RecordAsync("AngebotFehlt", Luecke("Therapie"));
        (await StrangAsync(probe, "l")).GetProperty("istOffen").GetBoolean().ShouldBeTrue();
        (await probe.RefusedAtAsync("AngebotGefunden", "wodurch", new { lueckeId = "l", wodurch = " " })).ShouldBe(Leer);
        await probe.RecordAsync("AngebotGefunden", new { lueckeId = "l", wodurch = "Platz in Fürth" });
        (await StrangAsync(probe, "l")).GetProperty("istOffen").GetBoolean().ShouldBeFalse();
        (await probe.RefusedAtAsync("AssistenzGeleistet", "was", new { art = "Anleiten", was = " ", klientErlaubt = true })).ShouldBe(Leer);
        (await probe.VerstehenAsync()).GetProperty("assistenzen").GetArrayLength().ShouldBe(0);

        static object Luecke(string art) => new { lueckeId = "l", angebot = new { art, gebiet = "Langwasser", seit = "2027-01-11" } };
    }

    private async Task<(Fallprobe Probe, string A, string B)> ReferTwiceAsync()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var (a, b) = ($"A-{probe.Fall:N}", $"B-{probe.Fall:N}");
        foreach (var id in new[] { a, b })
        {
            await probe.RecordAsync("ZuweisungVereinbart", Zuweisung(id, "Name"));
            await probe.RecordAsync("ZuweisungAngenommen", new { zuweisungId = id });
        }

        return (probe, a, b);
    }

    private static object Zuweisung(string id, params string[] felder) => Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, felder);

    private static object Plan(string? rechtsgrundlage) => new
    {
        beteiligte = new[] { "Klientin" },
        schritte = new[] { new { bezeichnung = "Erprobung", verantwortlich = "Klient", thema = "Beschaeftigung", rechtsgrundlage } },
        artDerUeberpruefung = "Gespräch",
    };

    private static async Task<JsonElement> StrangAsync(Fallprobe probe, string id) =>
        (await probe.ReadAsync()).GetProperty("straenge").EnumerateArray().Single(s => Text(s, "id") == id);

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
