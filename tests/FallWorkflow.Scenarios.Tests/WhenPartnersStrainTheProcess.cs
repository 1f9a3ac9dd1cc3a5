using System.Text.Json;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Lives in which partners ask back, pause, decline, hand over late, lead for a while, or are left in the middle.</summary>
public class WhenPartnersStrainTheProcess
{
    [Fact]
    public async Task A_question_stops_the_time_for_the_answer_and_the_reply_starts_it_anew()
    {
        // Allerheiligen, a Feiertag in Nordrhein-Westfalen, lies within both.
        (await Kalenderblatt.RunAsync("sprachkurs-mit-dolmetschen", "2027-11-02")).Naechste("AntwortAbwarten").ShouldBe("2027-11-05 08:00");
        var gefragt = await Kalenderblatt.RunAsync("sprachkurs-mit-dolmetschen", "2027-11-04");
        gefragt.Naechste("AntwortAbwarten").ShouldBe("");
        gefragt.Offen().ShouldContain("Rückfrage des Trägers beantworten");

        var beantwortet = await Kalenderblatt.RunAsync("sprachkurs-mit-dolmetschen", "2027-11-05");
        beantwortet.Naechste("AntwortAbwarten").ShouldBe("2027-11-22 08:00");
        beantwortet.Offen().ShouldNotContain("Rückfrage");
        Antwortfristen(beantwortet).ShouldBe(["2027-11-04", "2027-11-19"]);
    }

    [Fact]
    public async Task A_course_that_rests_is_a_task_and_goes_on_to_its_result()
    {
        var blatt = await Kalenderblatt.RunAsync("sprachkurs-mit-dolmetschen");
        blatt.Tage("AufgabeErstellt", "Träger antwortet nicht").ShouldBe("");
        blatt.Tage("AufgabeErstellt", "Träger zu Fortschritt").ShouldBe("2028-01-13 2028-03-09");
        blatt.Tage("AufgabeErstellt", "Problem beim Träger").ShouldBe("2028-01-20");
        blatt.Tage("AufgabeErledigt", "Problem beim Träger").ShouldBe("2028-02-07");
        blatt.Tage("AufgabeErstellt", "Ergebnis der Leistung").ShouldBe("2028-04-28");
        blatt.Tage("AufgabeErledigt", "Ergebnis der Leistung").ShouldBe("2028-05-03");
        blatt.Simulation.Fall!.Zuweisungen["kurs"].Stand.ShouldBe(Zuweisungsstand.ErgebnisUebernommen);
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task A_transition_that_rests_over_Christmas_reaches_the_team_lead_in_the_new_year()
    {
        var blatt = await Kalenderblatt.RunAsync("kette-mit-spaetem-uebergang");

        // 21, 24, 27, 28 and 31 December are the five Werktage.
        blatt.Tage("AufgabeErstellt", "Übergang zur nächsten").ShouldBe("2029-12-20");
        blatt.Tage("AufgabeFaellig", "Übergang zur nächsten").ShouldBe("2029-12-31");
        blatt.Tage("AufgabeUeberfaellig", "Übergang zur nächsten").ShouldBe("2030-01-01");
        blatt.Tage("Eskalation", "Übergang in einer Leistungskette").ShouldBe("2030-01-02");
        blatt.Tage("AufgabeErledigt", "Übergang zur nächsten").ShouldBe("2030-01-07");
        blatt.Simulation.Fall!.Zuweisungen["kette-lager"].Stand.ShouldBe(Zuweisungsstand.Begonnen);
    }

    [Fact]
    public async Task A_chain_formed_on_the_last_of_November_is_looked_at_on_the_last_of_February()
    {
        (await Kalenderblatt.RunAsync("kette-mit-spaetem-uebergang", "2029-11-30")).Naechste("AbstimmungAbwarten").ShouldBe("2030-02-28 08:00");
        var blatt = await Kalenderblatt.RunAsync("kette-mit-spaetem-uebergang", "2030-03-01");
        blatt.Tage("AufgabeErstellt", "Leistungskette mit den Beteiligten").ShouldBe("2030-02-28");
        blatt.Tage("AufgabeErledigt", "Leistungskette mit den Beteiligten").ShouldBe("2030-03-01");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("2030-01-01");
    }

    [Fact]
    public async Task Consent_withdrawn_in_the_middle_ends_the_service_and_not_the_Fall()
    {
        // Eight weeks after the acceptance is Reformationstag, a Feiertag in Bremen.
        var vorher = await Kalenderblatt.RunAsync("widerruf-mitten-in-der-leistung", "2029-11-04");
        vorher.Tage("AufgabeErstellt", "Fortschritt und Passung").ShouldBe("2029-11-01 2029-11-01");
        vorher.Offen().ShouldContain("Fortschritt und Passung");

        var blatt = await Kalenderblatt.RunAsync("widerruf-mitten-in-der-leistung", "2029-11-05");
        blatt.Offen().ShouldBe("");
        blatt.Naechste("KlientAbwarten").ShouldBe("");
        blatt.Gesendet().ShouldBe(["ZuweisungErteilt psychosozial", "ZuweisungZurueckgezogen psychosozial"]);
        blatt.Simulation.Db.Nachrichten[1].Inhalt.ShouldNotContain("passt");
        (blatt.Simulation.Fall!.Status, blatt.Simulation.Fall.Zuweisungen["w-beratung"].Stand).ShouldBe((Fallstatus.Laufend, Zuweisungsstand.Zurueckgezogen));
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2029-12-03 08:00");
        blatt.Naechste("ErinnerungAbwarten").ShouldNotBe("");
    }

    [Fact]
    public async Task Another_offer_has_ten_Werktage_over_Christmas_to_answer()
    {
        var blatt = await Kalenderblatt.RunAsync("widerruf-mitten-in-der-leistung", "2029-12-17");
        Antwortfristen(blatt).ShouldBe(["2029-09-17", "2030-01-03"]);
        blatt.Naechste("AntwortAbwarten").ShouldBe("2030-01-04 08:00");
        (await Kalenderblatt.RunAsync("widerruf-mitten-in-der-leistung")).Tage("AufgabeErstellt", "Träger antwortet nicht").ShouldBe("");
    }

    [Fact]
    public async Task While_a_third_party_leads_no_contact_is_asked_for_and_its_missing_report_is()
    {
        // Three months after the mandate is Frauentag, a Feiertag in Mecklenburg-Vorpommern.
        var blatt = await Kalenderblatt.RunAsync("dritte-fuehren-und-geben-zurueck", "2029-03-26");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2028-11-06 2028-12-04");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("");
        blatt.Tage("AufgabeErstellt", "Bericht des beauftragten").ShouldBe("2029-03-09");
        blatt.Tage("AufgabeFaellig", "Bericht des beauftragten").ShouldBe("2029-03-23");
        blatt.Tage("AufgabeUeberfaellig", "Bericht").ShouldBe("2029-03-24");
        blatt.Tage("Eskalation", "Bericht").ShouldBe("2029-03-26");
    }

    [Fact]
    public async Task Own_contacts_begin_again_from_the_last_one_that_the_third_party_held()
    {
        var blatt = await Kalenderblatt.RunAsync("dritte-fuehren-und-geben-zurueck", "2029-04-04");
        blatt.Tage("AufgabeErledigt", "Bericht des beauftragten").ShouldBe("2029-03-27");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2029-04-17 08:00");

        // Six weeks after its report of 2029-03-20 is the first of May.
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2029-05-02");
        (await Kalenderblatt.RunAsync("dritte-fuehren-und-geben-zurueck")).Tage("AufgabeUeberfaellig", "Kontakt").ShouldBe("");
    }

    [Fact]
    public async Task Who_leads_is_told_of_the_mandate_and_of_its_end()
    {
        var blatt = await Kalenderblatt.RunAsync("dritte-fuehren-und-geben-zurueck");
        var nachrichten = blatt.Simulation.Db.Nachrichten.Where(n => n.Art.StartsWith("Fallfuehrung", StringComparison.Ordinal)).ToList();
        nachrichten.Select(n => $"{n.Art} {n.TraegerId} {Domain.Kalender.Ortszeit.DateOf(n.ErstelltAm):yyyy-MM-dd}").ShouldBe(
            ["FallfuehrungUebertragen suchthilfe 2028-12-08", "FallfuehrungZurueckgenommen suchthilfe 2029-04-04"]);
        var auftrag = JsonDocument.Parse(nachrichten[0].Inhalt).RootElement;
        auftrag.GetProperty("auftrag").GetString().ShouldBe("Kontakte halten und Krisen auffangen");
        auftrag.GetProperty("berichtBis").GetString().ShouldBe("2029-03-09", "three months later is Frauentag, a Feiertag in Mecklenburg-Vorpommern");
        auftrag.GetProperty("ansprechperson").GetString().ShouldBe("Frau Klar");
        nachrichten[1].Inhalt.ShouldNotContain("möchte", Case.Insensitive, "why is the person's own matter");
        var zugriffe = blatt.Simulation.Db.Zugriffe.Where(z => z.Zweck.Contains("Fallführung", StringComparison.Ordinal)).Select(z => z.Grundlage).ToList();
        zugriffe.Count.ShouldBe(2);
        zugriffe[0].ShouldNotBeNull().ShouldStartWith("Einwilligung vom 08.12.2028");
        zugriffe[1].ShouldBe("Mitteilung ohne Angaben zur Person (§ 69 Abs. 1 SGB X)");
    }

    [Fact]
    public async Task A_withdrawn_referral_needs_no_second_message_about_the_lead()
    {
        var szenario = Auslieferung.Szenario("dritte-fuehren-und-geben-zurueck");
        szenario = szenario with
        {
            Schritte =
            [
                .. szenario.Schritte.Where(s => s.Am < new DateOnly(2029, 4, 4)),
                new() { Am = new(2029, 4, 4), Tatsache = nameof(EinwilligungWiderrufen), Daten = new() { ["zuweisungId"] = "d-sucht" } },
            ],
        };
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2029-04-10");
        blatt.Gesendet().ShouldContain("ZuweisungZurueckgezogen suchthilfe");
        blatt.Gesendet().ShouldNotContain("FallfuehrungZurueckgenommen suchthilfe");
    }

    [Fact]
    public async Task Two_refusals_lead_to_two_searches_and_to_a_gap()
    {
        // Frauentag, a Feiertag in Berlin, lies within the first ten Werktage.
        (await Kalenderblatt.RunAsync("traeger-lehnt-zweimal-ab", "2027-02-22")).Naechste("AntwortAbwarten").ShouldBe("2027-03-10 08:00");
        (await Kalenderblatt.RunAsync("traeger-lehnt-zweimal-ab", "2027-03-10")).Naechste("AntwortAbwarten").ShouldBe("2027-03-25 08:00");

        var blatt = await Kalenderblatt.RunAsync("traeger-lehnt-zweimal-ab");
        Antwortfristen(blatt).ShouldBe(["2027-03-09", "2027-03-24"]);
        blatt.Tage("AufgabeErstellt", "Alternative suchen").ShouldBe("2027-03-05 2027-03-24");
        blatt.Tage("AufgabeErledigt", "Alternative suchen").ShouldBe("2027-03-10 2027-03-25");
        blatt.Tage("AufgabeErstellt", "Träger antwortet nicht").ShouldBe("");
        var luecke = blatt.Simulation.Fall!.Straenge["therapie"];
        (luecke.StandVom, luecke.BeendetAm).ShouldBe((new DateOnly(2027, 2, 22), new DateOnly(2027, 6, 1)));
        blatt.Stoerungen().ShouldBe("");
    }

    /// <summary>Last days for the answer as the partners were told them, in order.</summary>
    private static List<string?> Antwortfristen(Kalenderblatt blatt) => [.. blatt.Simulation.Db.Nachrichten
        .Select(n => JsonDocument.Parse(n.Inhalt).RootElement).Where(i => i.TryGetProperty("antwortBis", out _)).Select(i => i.GetProperty("antwortBis").GetString())];
}
