using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Scenarios.Tests;

public class WhenS5IsTakenUpAgain
{
    private const string S5 = "s5-verlaengert-nachbetreut-wieder-aufgenommen";

    private static Task<Kalenderblatt> Run(string bis) => Kalenderblatt.RunAsync(S5, bis);

    [Fact]
    public async Task Limit_moves_forward_and_its_warning_back_to_a_Werktag()
    {
        var blatt = await Run("2029-02-09");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-05-11");
        blatt.Tage("Erinnerung", "Dauergrenze").ShouldBe("2029-02-09 2029-02-09");
    }

    [Fact]
    public async Task Extension_counts_from_the_anchor()
    {
        var blatt = await Run("2029-02-14");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-11-12");
        blatt.Naechste("WarnungAbwarten").ShouldBe("2029-08-10 08:00");
        blatt.Offen().ShouldNotContain("Dauergrenze");
    }

    [Fact]
    public async Task Clock_never_closes_the_Fall()
    {
        var szenario = Auslieferung.Szenario(S5).Without(s => s.Tatsache is "FallAbgeschlossen" or "FallWiederAufgenommen");
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2031-01-01");
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Laufend);
        blatt.Offen().ShouldContain("Dauergrenze: über Ende oder Verlängerung entscheiden");
    }

    [Fact]
    public async Task Aftercare_has_its_contacts_and_ends_by_itself()
    {
        var szenario = Auslieferung.Szenario(S5).Without(s => s.Tatsache == "FallWiederAufgenommen");
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2031-01-01");
        blatt.Tage("AufgabeErstellt", "Kontakt in der Nachbetreuung").ShouldBe("2029-12-31 2030-02-25 2030-04-23");
        blatt.Tage("NachbetreuungBeendet", "").ShouldBe("2030-05-06");
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Beendet);
        blatt.Offen().ShouldBe("Aufbewahrungsfrist festlegen");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Resumption_keeps_the_Fall_and_starts_the_clocks_anew()
    {
        var blatt = await Run("2030-03-04");
        var fall = blatt.Simulation.Fall!;
        (fall.Status, fall.ErstmalsAufgenommenAm, fall.AufgenommenAm).ShouldBe((Fallstatus.Laufend, new DateOnly(2027, 5, 10), new DateOnly(2030, 3, 4)));
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2030-04-01 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2030-04-15");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2032-03-04");
        blatt.Offen().ShouldNotContain("Nachbetreuung");
        blatt.Naechste("EndeAbwarten").ShouldBe("");
        blatt.Naechste("ErinnerungAbwarten").ShouldBe("");
        blatt.Simulation.Db.Faelle.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Change_per_life_area_is_kept_apart_from_work_found()
    {
        var fall = (await Run("2029-11-05")).Simulation.Fall!;
        fall.Einschaetzungen.Select(e => $"{e.Anlass}: {string.Join(' ', e.Werte.Select(w => w.Skala))}")
            .ShouldBe(["Beginn: 2 1 2 2 3", "Überprüfung: 3 2 3 2 3", "Abschluss: 4 3 4 3 4"]);
    }
}
