using FallWorkflow.Contracts;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Scenarios.Tests;

public class WhenS6WithdrawsConsent
{
    private static Task<Kalenderblatt> Run(string bis) => Kalenderblatt.RunAsync("s6-einwilligung-widerrufen", bis);

    [Fact]
    public async Task Plan_agreed_on_a_Sunday_needs_a_confirmation()
    {
        var blatt = await Run("2027-03-22");
        blatt.Tage("EingabeAbgelehnt", "Kooperationsplan").ShouldBe("2027-03-22");
        blatt.Simulation.Fall!.PlanVereinbartAm.ShouldBe(new DateOnly(2027, 3, 22));
    }

    [Fact]
    public async Task One_withdrawal_ends_one_referral_only()
    {
        (await Run("2027-08-30")).Naechste("AntwortAbwarten").ShouldBe("2027-09-14 08:00");

        var blatt = await Run("2027-09-08");
        blatt.Gesendet().ShouldBe(["ZuweisungErteilt sprachkurs", "ZuweisungErteilt psychosozial", "ZuweisungZurueckgezogen psychosozial"]);
        blatt.Naechste("AntwortAbwarten").ShouldBe("");
        blatt.Simulation.Fall!.Zuweisungen["s6-psychosozial"].Stand.ShouldBe(Zuweisungsstand.Zurueckgezogen);
        blatt.Simulation.Fall.Zuweisungen["s6-sprachkurs"].Stand.ShouldBe(Zuweisungsstand.Angenommen);
    }

    [Fact]
    public async Task Withdrawal_carries_no_reason()
    {
        var blatt = await Run("2027-10-15");
        foreach (var nachricht in blatt.Simulation.Db.Nachrichten.Where(n => n.Art == Nachrichtenarten.ZuweisungZurueckgezogen))
        {
            System.Text.Json.JsonDocument.Parse(nachricht.Inhalt).RootElement.EnumerateObject().Select(p => p.Name).Order()
                .ShouldBe(["gesendetAm", "nachrichtId", "traegerId", "zuweisungId"]);
        }
    }

    [Fact]
    public async Task Leaving_is_an_orderly_ending()
    {
        var blatt = await Run("2027-10-15");
        blatt.Gesendet().ShouldBe(["ZuweisungErteilt sprachkurs", "ZuweisungErteilt psychosozial", "ZuweisungZurueckgezogen psychosozial", "ZuweisungZurueckgezogen sprachkurs"]);
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Beendet);
        blatt.Offen().ShouldBe("Aufbewahrungsfrist festlegen");
        blatt.Tage("AufbewahrungBegonnen", "").ShouldBe("2027-10-15");
        blatt.Simulation.Db.Engine.Timers.ShouldBeEmpty();
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Talk_must_have_been_offered()
    {
        var szenario = Auslieferung.Szenario("s6-einwilligung-widerrufen").With("2027-10-14", "FallBeendet", s => s.Tatsache == "FallBeendet", daten: """{"grund":"Widerruf","begruendung":"möchte nicht mehr","gespraechAngeboten":false}""");
        (await Should.ThrowAsync<Domain.Regeln.InvalidInputException>(() => Kalenderblatt.RunAsync(szenario))).Fehler.Single().Feld.ShouldBe("gespraechAngeboten");
    }
}
