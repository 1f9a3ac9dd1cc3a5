using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>A contact outside the Jobcenter leads to a Fall or ends, and is not kept for ever (R17, R90).</summary>
public class WhenAContactComesBeforeTheFall
{
    private const string Frage = "Vorkontakt weiterführen oder beenden";

    [Fact]
    public async Task Silence_brings_the_question_three_months_after_the_last_contact_and_undecided_it_reaches_the_team_lead()
    {
        var blatt = await Kalenderblatt.RunAsync("vorkontakt-endet", "2027-09-12");
        blatt.Tage("AufgabeErstellt", Frage).ShouldBe("2027-05-18 2027-08-20");
        blatt.Tage("AufgabeFaellig", Frage).ShouldBe("2027-06-01 2027-09-03");
        blatt.Tage("Eskalation", "Über einen Vorkontakt ist noch nicht entschieden").ShouldBe("2027-09-06");
        blatt.Offen().ShouldBe(Frage);
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Vorkontakt);
    }

    [Fact]
    public async Task Ended_with_a_reason_its_retention_runs_and_then_its_deletion_is_asked_for()
    {
        var blatt = await Kalenderblatt.RunAsync("vorkontakt-endet");
        blatt.Tage("EingabeAbgelehnt", "Vorkontakt beendet").ShouldBe("2027-09-13");
        blatt.Simulation.Fall!.AufbewahrungAb.ShouldBe(new DateOnly(2027, 9, 13));
        blatt.Tage("AufgabeErstellt", "Löschung der Akte prüfen").ShouldBe("2027-12-14");
        blatt.Offen().ShouldBe("Löschung der Akte prüfen");
        Running(blatt).ShouldBe(["aufbewahrung-ohne-fall"]);
    }

    [Fact]
    public async Task A_handover_ends_the_question_and_goes_on_with_the_Akte()
    {
        var blatt = await Kalenderblatt.RunAsync("vorkontakt-wird-fall");
        blatt.Tage("AufgabeErstellt", Frage).ShouldBe("2027-04-19");
        var fall = blatt.Simulation.Fall!;
        (fall.Status, fall.Vorkontakte.Count, fall.UebergebenAm).ShouldBe((Fallstatus.Laufend, 2, new DateOnly(2027, 6, 1)));
        Running(blatt).ShouldNotContain("vorkontakt");
        blatt.Stoerungen().ShouldBe("");
    }

    private static IEnumerable<string> Running(Kalenderblatt blatt) =>
        blatt.Simulation.Db.Engine.Instances.Where(i => i.Status != WorkflowStatus.Finished).Select(i => i.DefinitionId);
}
