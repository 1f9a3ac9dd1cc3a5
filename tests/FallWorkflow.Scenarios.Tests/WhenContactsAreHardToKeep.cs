using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Lives in which contacts fail, fall silent, were recorded wrongly, or begin long before there is a Fall.</summary>
public class WhenContactsAreHardToKeep
{
    [Fact]
    public async Task Admission_on_a_leap_day_ends_its_duration_on_the_last_of_February()
    {
        var blatt = await Kalenderblatt.RunAsync("alleinerziehend-kita-faellt-aus", "2028-02-29");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2028-03-28 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2028-04-11");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2030-02-28");
        blatt.Naechste("WarnungAbwarten").ShouldBe("2029-11-28 08:00");
    }

    [Fact]
    public async Task A_home_visit_keeps_the_contact_that_the_closed_Kita_prevented()
    {
        var blatt = await Kalenderblatt.RunAsync("alleinerziehend-kita-faellt-aus", "2028-07-14");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2028-03-28 2028-06-01 2028-07-14");

        // Six weeks after 2028-05-04 is Fronleichnam, a Feiertag in Rheinland-Pfalz.
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldBe("2028-04-11 2028-06-16 2028-07-28");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
        blatt.Simulation.Fall!.Akte.Select(e => e.Tatsache).OfType<KontaktGehalten>().First().Form.ShouldBe(Kontaktform.Hausbesuch);
    }

    [Fact]
    public async Task Parents_are_asked_for_Bildung_und_Teilhabe_and_the_missing_Kita_is_a_gap_until_it_is_found()
    {
        var vorher = (await Kalenderblatt.RunAsync("alleinerziehend-kita-faellt-aus", "2028-07-31")).Simulation.Fall!;
        vorher.BildungUndTeilhabe.ShouldBe(Bildungsteilhabe.WirdBeantragt);
        vorher.Straenge["kita"].IstOffen.ShouldBeTrue();

        var blatt = await Kalenderblatt.RunAsync("alleinerziehend-kita-faellt-aus");
        blatt.Simulation.Fall!.Straenge["kita"].BeendetAm.ShouldBe(new DateOnly(2028, 8, 1));
        blatt.Tage("Erinnerung", "Überprüfung").ShouldBe("2028-09-26");
        blatt.Tage("AufgabeErstellt", "Überprüfung").ShouldBe("2028-10-10");
    }

    [Fact]
    public async Task Silence_reaches_the_team_lead_and_has_no_other_consequence()
    {
        // Six weeks after 2028-09-19 is Reformationstag, a Feiertag in Hamburg.
        var blatt = await Kalenderblatt.RunAsync("stille-zeit", "2028-11-20");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2028-09-11 2028-10-17");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldBe("2028-09-25 2028-11-01");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("2028-11-02");
        blatt.Tage("Eskalation", "").ShouldBe("2028-11-02");

        blatt.Offen().ShouldBe("Kontakt führen");
        blatt.Gesendet().ShouldBeEmpty();
        blatt.Akte().ShouldEndWith("""
            2028-09-19 KontaktGehalten
            2028-10-17 KontaktAusgefallen
            2028-10-24 KontaktAusgefallen
            2028-11-07 KontaktAusgefallen
            """.ReplaceLineEndings());
        (blatt.Simulation.Fall!.Status, blatt.Simulation.Fall.Phase).ShouldBe((Fallstatus.Laufend, Phase.Umsetzung));
        blatt.Simulation.Fall.Planschritte.Single(s => s.Thema == Schrittthema.PsychischeErkrankung).IstVerbindlich.ShouldBeFalse();
    }

    [Fact]
    public async Task A_calmer_rhythm_gives_more_time_from_the_walk_on()
    {
        var blatt = await Kalenderblatt.RunAsync("stille-zeit", "2028-11-21");
        blatt.Offen().ShouldBe("");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2029-01-16 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2029-01-30");

        (await Kalenderblatt.RunAsync("stille-zeit")).Tage("AufgabeUeberfaellig", "").ShouldBe("2028-11-02");
    }

    [Fact]
    public async Task A_contact_that_was_never_held_gives_the_window_back()
    {
        (await Kalenderblatt.RunAsync("kontakt-in-der-falschen-akte", "2028-01-04")).Naechste("KontaktfensterAbwarten").ShouldBe("2028-02-01 08:00");

        var blatt = await Kalenderblatt.RunAsync("kontakt-in-der-falschen-akte", "2028-01-05");
        blatt.Tage("Berichtigung", "").ShouldBe("2028-01-05");
        blatt.Verschoben("2028-01-05").ShouldBe(
            ["Kontaktfenster abwarten: bisher 01.02.2028, jetzt 23.12.2027 – Kontakt ausgefallen: Das Gespräch war mit einer anderen Person"]);

        // Six weeks after 2027-11-25 is Heilige Drei Könige, a Feiertag in Sachsen-Anhalt.
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2027-11-22 2027-12-23 2028-01-05");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldBe("2027-12-06 2028-01-07 2028-01-07");
        blatt.Offen().ShouldContain("Kontakt führen");
    }

    [Fact]
    public async Task Both_entries_about_the_wrong_contact_stay_and_only_the_held_ones_count()
    {
        var blatt = await Kalenderblatt.RunAsync("kontakt-in-der-falschen-akte");
        var fall = blatt.Simulation.Fall!;
        fall.Akte.Where(e => e.WirksamAm == new DateOnly(2028, 1, 4)).Select(e => (e.Tatsache.GetType().Name, fall.IsSuperseded(e)))
            .ShouldBe([("KontaktGehalten", true), ("KontaktAusgefallen", false)]);
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldEndWith("2028-01-05 2028-02-04");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Talking_on_asks_again_each_time_and_nothing_presses_for_a_decision()
    {
        var blatt = await Kalenderblatt.RunAsync("weiter-im-gespraech", "2027-04-14");
        blatt.Tage("AufgabeErstellt", "Über die Aufnahme").ShouldBe("2027-03-16 2027-03-16 2027-03-30 2027-04-08");
        blatt.Tage("AufgabeErledigt", "Über die Aufnahme").ShouldBe("2027-03-16 2027-03-30 2027-04-08");
        blatt.Tage("AufgabeFaellig", "Über die Aufnahme").ShouldBe("");
        blatt.Offen().ShouldBe("Über die Aufnahme entscheiden");
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Angefragt);
        blatt.Simulation.Db.Engine.Timers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Contact_window_opens_with_the_admission_however_long_the_talks_before_it_were()
    {
        // Four weeks after the first interview were over two days before the admission.
        var blatt = await Kalenderblatt.RunAsync("weiter-im-gespraech", "2027-04-15");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-05-13 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2027-05-28");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-04-16");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("");
        blatt.Tage("FallAufgenommen", "").ShouldBe("2027-04-15");
    }
}
