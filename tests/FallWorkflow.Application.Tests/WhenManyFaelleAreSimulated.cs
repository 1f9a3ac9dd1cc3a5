using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Tests;

public sealed class WhenManyFaelleAreSimulated
{
    private static readonly Szenario Szenario = new()
    {
        Name = "Standard",
        Land = Land.BY,
        Von = new(2027, 1, 11),
        Monate = 8,
        Standard = Szenario.Erledigt,
        Schritte = [],
    };

    [Fact]
    public async Task The_sums_are_those_of_the_single_calendars()
    {
        var prozesse = Betrieb.Prozesse();
        var gefragt = prozesse.FindPublished(FallService.Lebenslauf)!;
        // More than there are cores, so that every engine serves several Fälle.
        var auftrag = new Simulationsauftrag(Szenario, 3 * Environment.ProcessorCount, 75);
        var szenarien = Enumerable.Range(0, auftrag.Faelle).Select(auftrag.Of).ToList();

        var viele = await Sammelsimulation.RunAsync(prozesse, gefragt, auftrag);

        var einzeln = new List<Simulationsergebnis>();
        foreach (var szenario in szenarien)
            einzeln.Add(await Simulator.RunAsync(prozesse, gefragt, szenario));
        var summen = einzeln.SelectMany(e => e.Summary).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => (long)g.Sum(s => s.Value));
        viele.Summary.OrderBy(s => s.Key).ShouldBe(summen.OrderBy(s => s.Key));
        viele.Cases.ShouldBe(szenarien.Count);
        viele.Events.ShouldBe(einzeln.Sum(e => (long)e.Events.Count));
        viele.From.ShouldBe(szenarien[0].Von);
        viele.To.ShouldBe(szenarien[^1].Von.AddMonths(8));
        viele.PerCase["AufgabeErstellt"].Most.ShouldBe(einzeln.Max(e => e.Summary["AufgabeErstellt"]));
        viele.PerCase["AufgabeErstellt"].Least.ShouldBe(einzeln.Min(e => e.Summary["AufgabeErstellt"]));
    }

    [Fact]
    public void A_course_that_names_its_days_moves_with_them()
    {
        var verschoben = Simulation.Szenario.Parse(
            """
            {"name":"x","land":"BY","von":"2027-01-11","standardBis":"2027-02-01","schritte":[
              {"am":"2027-01-12","wirksamAm":"2027-01-11","tatsache":"Uebergeben","daten":{"person":{"geburtsdatum":"1990-05-01"},"liste":[{"bis":"2027-03-01"}]}},
              {"am":"2027-01-13","tatsache":"KontaktGehalten","abgelehnt":"wirksamAm"}]}
            """).From(new(2027, 1, 18));

        (verschoben.Von, verschoben.StandardBis).ShouldBe((new DateOnly(2027, 1, 18), new DateOnly(2027, 2, 8)));
        var (schritt, abgelehnt) = (verschoben.Schritte[0], verschoben.Schritte[1]);
        (schritt.Am, schritt.WirksamAm, schritt.Bestaetigt).ShouldBe((new DateOnly(2027, 1, 19), new DateOnly(2027, 1, 18), true));
        schritt.Daten!.ToJsonString().ShouldBe("""{"person":{"geburtsdatum":"1990-05-01"},"liste":[{"bis":"2027-03-08"}]}""");
        (abgelehnt.Am, abgelehnt.Bestaetigt).ShouldBe((new DateOnly(2027, 1, 20), false));
    }
}
