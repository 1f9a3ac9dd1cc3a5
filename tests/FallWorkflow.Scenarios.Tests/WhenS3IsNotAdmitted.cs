using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Scenarios.Tests;

public class WhenS3IsNotAdmitted
{
    private static Task<Kalenderblatt> Run(string bis) => Kalenderblatt.RunAsync("s3-nicht-aufgenommen", bis);

    [Fact]
    public async Task Check_says_not_met_and_admission_needs_a_reason()
    {
        (await Run("2027-06-08")).Tage("AufgabeFaellig", "Übergabe").ShouldBe("2027-06-14");
        (await Run("2027-06-08")).Simulation.Fall!.Zugang!.Erfuellt.ShouldBeFalse();

        var ohne = Auslieferung.Szenario("s3-nicht-aufgenommen").With("2027-06-10", "FallAufgenommen", s => s.Tatsache == "ErstgespraechGefuehrt", nachher: true);
        var fehler = await Should.ThrowAsync<RuleBrokenException>(() => Kalenderblatt.RunAsync(ohne));
        fehler.Regel.GetType().Name.ShouldBe("ZugangskriterienMuessenErfuelltSein");
        fehler.Regel.AbweichungMoeglich.ShouldBeTrue();

        var mit = Auslieferung.Szenario("s3-nicht-aufgenommen").With("2027-06-10", "FallAufgenommen", s => s.Tatsache == "ErstgespraechGefuehrt", nachher: true, begruendung: "Die Wohnung ist bedroht; Fallmanagement hilft hier am meisten.", bis: true);
        var blatt = await Kalenderblatt.RunAsync(mit, bis: "2027-06-11");
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Laufend);
        blatt.Simulation.Fall.Akte.Last(e => e.Tatsache is Domain.Tatsachen.FallAufgenommen).Begruendung.ShouldNotBeNull();
    }

    [Fact]
    public async Task Saving_without_what_comes_next_is_refused()
    {
        var blatt = await Run("2027-06-10");
        blatt.Tage("EingabeAbgelehnt", "Nicht aufgenommen").ShouldBe("2027-06-10");
        blatt.Tage("NichtAufgenommen", "").ShouldBe("2027-06-10");
    }

    [Fact]
    public async Task Return_goes_to_the_team_lead_after_five_Werktage()
    {
        var blatt = await Run("2027-06-18");
        blatt.Tage("AufgabeErstellt", "Rückgabe bestätigen").ShouldBe("2027-06-10");
        blatt.Tage("AufgabeFaellig", "Rückgabe bestätigen").ShouldBe("2027-06-17");
        blatt.Tage("AufgabeErstellt", "Rückgabe ist nicht bestätigt").ShouldBe("2027-06-18");
        blatt.Offen().ShouldBe("Rückgabe bestätigen | Rückgabe ist nicht bestätigt");
    }

    [Fact]
    public async Task Return_waits_for_a_talk_that_was_asked_for()
    {
        var szenario = Auslieferung.Szenario("s3-nicht-aufgenommen").With("2027-06-11", "RueckspracheVerlangt", s => s.Tatsache == "RueckgabeBestaetigt", daten: """{"vonSeite":"Vermittlung","anlass":"Was ist schon versucht worden?"}""");
        var fehler = await Should.ThrowAsync<RuleBrokenException>(() => Kalenderblatt.RunAsync(szenario));
        fehler.Regel.GetType().Name.ShouldBe("RueckspracheMussGefuehrtSein");
        (await Kalenderblatt.RunAsync(szenario, bis: "2027-06-11")).Offen().ShouldContain("Rücksprache führen");
    }

    [Fact]
    public async Task No_Fall_exists_and_nothing_runs_but_the_retention_of_what_is_stored()
    {
        var blatt = await Run("2027-06-22");
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.NichtAufgenommen);
        blatt.Simulation.Fall.AufgenommenAm.ShouldBeNull();
        blatt.Simulation.Db.Engine.Timers.ShouldBeEmpty();
        blatt.Simulation.Db.Engine.Instances.Where(i => i.Status != Engine.Execution.WorkflowStatus.Finished).Select(i => i.DefinitionId).ShouldBe(["aufbewahrung-ohne-fall"]);
        blatt.Offen().ShouldBe("Aufbewahrungsfrist festlegen");
        blatt.Stoerungen().ShouldBe("");
    }
}
