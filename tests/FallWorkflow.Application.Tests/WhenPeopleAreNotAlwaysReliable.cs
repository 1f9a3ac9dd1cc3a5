using System.Text.Json;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Tests;

public sealed class WhenPeopleAreNotAlwaysReliable
{
    private const int Faelle = 12;

    private static readonly Szenario Standard = new()
    {
        Name = "Verlässlichkeit",
        Land = Land.BY,
        Von = new(2027, 1, 11),
        Monate = 8,
        Standard = Szenario.Erledigt,
        Schritte = [],
    };

    private static readonly Verhalten Wechselhaft = new()
    {
        Puenktlich = 70,
        KontaktePuenktlich = 60,
        BearbeitungBis = 4,
        TraegerAntwortet = 80,
        TraegerNimmtAn = 70,
        TraegerPuenktlich = 50,
    };

    [Fact]
    public async Task The_same_seed_gives_the_same_result_whatever_the_number_of_workers()
    {
        var szenario = Standard with { Verhalten = Wechselhaft, Ereignisse = [new("NotfallGemeldet", Wahrscheinlichkeit: 50), new("PauseBegonnen", 3, 40)], Seed = 7 };

        var einer = Text(await RunAsync(szenario, arbeiter: 1));
        Text(await RunAsync(szenario, arbeiter: 1)).ShouldBe(einer);
        Text(await RunAsync(szenario, arbeiter: 2)).ShouldBe(einer);
        Text(await RunAsync(szenario with { Seed = 8 }, arbeiter: 2)).ShouldNotBe(einer);
    }

    [Fact]
    public async Task Who_is_always_in_time_follows_the_default_course()
    {
        var zuverlaessig = await RunAsync(Standard with { Verhalten = new() });
        Text(zuverlaessig).ShouldBe(Text(await RunAsync(Standard)));
        zuverlaessig.Tasks.Sum(t => t.LatePerCase).ShouldBe(0);
        zuverlaessig.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_never_in_time_has_every_contact_late_in_every_Fall()
    {
        var ergebnis = await RunAsync(Standard with { Verhalten = new() { KontaktePuenktlich = 0, VerspaetungVon = 1, VerspaetungBis = 1 } });
        var kontakt = ergebnis.Tasks.Single(t => t.Kind == "Kontakt");
        kontakt.CasesWithLate.ShouldBe(100);
        kontakt.DaysLate.ShouldBeInRange(1, 4);
        ergebnis.Tasks.Where(t => t.Kind is not "Kontakt").Sum(t => t.LatePerCase).ShouldBe(0);
    }

    [Fact]
    public async Task A_partner_who_never_answers_leaves_every_referral_open_and_one_who_always_declines_brings_the_alternative()
    {
        var annahme = await RunAsync(Standard);
        (annahme.Tasks.Any(t => t.Kind == "TraegerSchweigt"), annahme.Tasks.Any(t => t.Kind == "Alternative")).ShouldBe((false, false));

        var schweigt = await RunAsync(Standard with { Verhalten = new() { TraegerAntwortet = 0 } });
        schweigt.Tasks.Single(t => t.Kind == "TraegerSchweigt").PerCase.ShouldBe(1);
        schweigt.Tasks.ShouldNotContain(t => t.Kind == "Alternative");

        var lehntAb = await RunAsync(Standard with { Verhalten = new() { TraegerNimmtAn = 0 } });
        lehntAb.Tasks.Single(t => t.Kind == "Alternative").PerCase.ShouldBe(1);
        lehntAb.Tasks.ShouldNotContain(t => t.Kind == "TraegerSchweigt");
    }

    /// <summary>
    /// Admitted on 11 January; each contact appears 4 weeks after the one before and is in time for the last time 6 weeks after
    /// it (Fachkonzept below). Two Werktage late: 22.02. → Wed 24.02.; from there 7.04. → Fri 9.04.; 21.05. → Tue 25.05.
    /// </summary>
    [Fact]
    public async Task Late_contacts_are_counted_by_their_dates()
    {
        var szenario = Standard with
        {
            Monate = 5,
            Fristen = new() { ["Kontaktfenster.Beginn"] = "4 Wochen", ["Kontaktfenster.Ende"] = "6 Wochen" },
            Verhalten = new() { KontaktePuenktlich = 0, VerspaetungVon = 2, VerspaetungBis = 2 },
        };
        var einzeln = await Simulator.RunAsync(Betrieb.Prozesse(), Gefragt(), szenario);
        einzeln.Events.Where(e => e is { Kind: "AufgabeErledigt", Title: "Kontakt führen" }).Select(e => e.Date.ToString("dd.MM.", null))
            .ShouldBe(["24.02.", "09.04.", "25.05."]);

        var kontakt = (await RunAsync(szenario, faelle: 1)).Tasks.Single(t => t.Kind == "Kontakt");
        (kontakt.PerCase, kontakt.LatePerCase, kontakt.CasesWithLate).ShouldBe((3, 3, 100));
        kontakt.DaysLate.ShouldBe(2.7);
        kontakt.HoursPerCase.ShouldBe(3);
    }

    [Fact]
    public async Task An_event_happens_in_its_month_and_to_the_share_of_Faelle_that_is_asked_for()
    {
        var immer = await RunAsync(Standard with { Ereignisse = [new("NotfallGemeldet", 3)] });
        immer.Tasks.Single(t => t.Kind == "Notfall").PerCase.ShouldBe(1);
        immer.Refused.ShouldBeEmpty();
        var einzeln = await Simulator.RunAsync(Betrieb.Prozesse(), Gefragt(), Standard with { Ereignisse = [new("NotfallGemeldet", 3)] });
        var am = einzeln.Events.First(e => e.Kind == "AufgabeErstellt" && e.Title == "Notfall versorgen").Date;
        am.ShouldBeInRange(new(2027, 3, 11), new(2027, 4, 12));

        var manche = await RunAsync(Standard with { Monate = 3, Ereignisse = [new("NotfallGemeldet", 2, 25)] }, faelle: 80);
        manche.Tasks.Single(t => t.Kind == "Notfall").PerCase.ShouldBeInRange(0.1, 0.4);
    }

    [Theory]
    [InlineData("NotfallGemeldet")]
    [InlineData("NeuassessmentBegonnen")]
    [InlineData("RhythmusGeaendert")]
    [InlineData("PauseBegonnen")]
    [InlineData("LeistungsfrageGestellt")]
    [InlineData("RueckgabeErklaert")]
    [InlineData("DauerVerlaengert")]
    [InlineData("FallBeendet")]
    public async Task Every_event_can_happen_in_a_running_Fall(string tatsache)
    {
        Zufallsereignis.Moegliche.ShouldContain(tatsache);
        var ergebnis = await RunAsync(Standard with { Monate = 6, Ereignisse = [new(tatsache, 3)] }, faelle: 3);
        ergebnis.Refused.ShouldBeEmpty();
        ergebnis.Incidents.ShouldBeEmpty();
        Text(ergebnis).ShouldNotBe(Text(await RunAsync(Standard with { Monate = 6 }, faelle: 3)));
    }

    [Fact]
    public async Task What_cannot_happen_any_more_is_told_and_stops_nothing()
    {
        var ergebnis = await RunAsync(Standard with { Ereignisse = [new("FallBeendet", 3), new("PauseBegonnen", 6)] });
        ergebnis.Cases.ShouldBe(Faelle);
        ergebnis.Refused.ShouldHaveSingleItem().Cases.ShouldBe(Faelle);
    }

    [Fact]
    public async Task The_load_of_a_Fallmanager_is_that_of_as_many_Faelle()
    {
        var eins = (await RunAsync(Standard, schluessel: 1)).Load;
        var viele = (await RunAsync(Standard, schluessel: 75)).Load;
        viele.Mean.ShouldBe(eins.Mean * 75, 75 * 0.051);
        viele.P10.ShouldBeLessThan((int)viele.Mean + 1);
        viele.P90.ShouldBeGreaterThan((int)viele.Mean - 1);
        (viele.P90 - viele.P10).ShouldBeInRange(1, 40);
        viele.Hours.ShouldBeGreaterThan(eins.Hours);
    }

    [Fact]
    public async Task A_step_that_fails_is_named_with_the_number_of_Faelle()
    {
        var prozesse = Betrieb.Prozesse();
        var json = System.Text.Json.Nodes.JsonNode.Parse(prozesse.FindPublished("kontaktrhythmus")!.Source.ToJsonString())!;
        foreach (var schritt in json["root"]!["activities"]!.AsArray().Where(a => a!["type"]!.ToString() == "FallWorkflow.AufgabeStellen"))
            schritt!["beschreibung"] = System.Text.Json.Nodes.JsonNode.Parse("""{"typeName":"String","expression":{"type":"JavaScript","value":"gibtEsNicht.wert"}}""");
        prozesse.Publish(DefinitionReader.Read(json.ToJsonString()));
        var ergebnis = await Sammelsimulation.RunAsync(prozesse, prozesse.FindPublished("kontaktrhythmus")!, new(Standard with { Monate = 3 }, 4, 75));
        ergebnis.Starts.ShouldBe(1);
        var stoerung = ergebnis.Incidents.ShouldHaveSingleItem();
        (stoerung.Cases, stoerung.Text.Contains("Kontaktrhythmus", StringComparison.Ordinal)).ShouldBe((4, true));
        stoerung.Detail.ShouldNotBeNull().ShouldContain("gibtEsNicht");
    }

    [Fact]
    public async Task One_Fall_in_a_circle_ends_its_calendar_there_when_that_is_asked_for()
    {
        var prozesse = Betrieb.Prozesse();
        prozesse.Publish(DefinitionReader.Read("""
            {"id":"kreis-9","definitionId":"kontaktrhythmus","name":"Im Kreis","version":9,"isLatest":true,"isPublished":true,
             "root":{"id":"w","type":"Elsa.While","condition":{"typeName":"Boolean","expression":{"type":"Literal","value":"true"}},
              "body":{"id":"d","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:00:10"}}}}}
            """));
        var gefragt = prozesse.FindPublished("kontaktrhythmus")!;
        var kalender = await Simulator.RunAsync(prozesse, gefragt, Standard, bisZumKreis: true);
        var ende = kalender.Events.Single(e => e.Kind == "Stoerung");
        ende.Detail.ShouldNotBeNull().ShouldContain("Kreis");
        kalender.Events.Where(e => e.At > ende.At).ShouldAllBe(e => e.Kind == "AufgabeFaellig", "nothing happens after it");
        kalender.Events.ShouldContain(e => e.Kind == "FallAufgenommen");
        await Should.ThrowAsync<Prozesse.ProzessfehlerException>(() => Simulator.RunAsync(prozesse, gefragt, Standard));
    }

    /// <summary>Closed after three months, the Fall goes on being asked in its aftercare; that is work, but none of a running Fall.</summary>
    [Fact]
    public async Task The_hours_of_the_caseload_are_those_of_running_Faelle()
    {
        var abgeschlossen = Standard with { Monate = 4, Schritte = [new() { Am = new(2027, 4, 12), Tatsache = "FallAbgeschlossen" }] };
        var ergebnis = await RunAsync(abgeschlossen with { Monate = 18 }, schluessel: 1);
        ergebnis.Refused.ShouldBeEmpty();
        ergebnis.Tasks.Where(t => t.Kind.StartsWith("Nachbetreuung", StringComparison.Ordinal)).Sum(t => t.HoursPerCase).ShouldBeGreaterThan(0);
        var kurz = await RunAsync(abgeschlossen, schluessel: 1);
        ergebnis.Load.Hours.ShouldBe(kurz.Load.Hours, 0.05);
    }

    [Theory]
    [InlineData("""{"puenktlich":101}""", "[]", "verhalten.puenktlich")]
    [InlineData("""{"verspaetungVon":0}""", "[]", "verhalten.verspaetungVon")]
    [InlineData("""{"verspaetungVon":5,"verspaetungBis":4}""", "[]", "verhalten.verspaetungBis")]
    [InlineData("{}", """[{"tatsache":"KontaktGehalten"}]""", "ereignisse[0].tatsache")]
    [InlineData("{}", """[{"tatsache":"PauseBegonnen","monat":25}]""", "ereignisse[0].monat")]
    [InlineData("{}", """[{"tatsache":"PauseBegonnen","wahrscheinlichkeit":0}]""", "ereignisse[0].wahrscheinlichkeit")]
    public void What_is_out_of_range_is_refused_with_its_field(string verhalten, string ereignisse, string feld) =>
        Should.Throw<InvalidInputException>(() => Szenario.Parse(
            $$"""{"name":"x","land":"BY","von":"2027-01-11","standard":"erledigt","schritte":[],"verhalten":{{verhalten}},"ereignisse":{{ereignisse}}}"""))
            .Fehler.Single().Feld.ShouldBe(feld);

    private static WorkflowDefinition Gefragt() => Betrieb.Prozesse().FindPublished(FallService.Lebenslauf)!;

    private static Task<Sammelergebnis> RunAsync(Szenario szenario, int? arbeiter = null, int faelle = Faelle, int schluessel = 75) =>
        Sammelsimulation.RunAsync(Betrieb.Prozesse(), Gefragt(), new(szenario, faelle, schluessel), arbeiter: arbeiter);

    private static string Text(Sammelergebnis ergebnis) => JsonSerializer.Serialize(ergebnis);
}
