using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Variants of the process for target groups (R45); they begin with the plan and end with what they are for, or with the Fall.</summary>
public class WhenATargetGroupHasItsOwnWay
{
    [Fact]
    public async Task Relapse_is_talked_about_first_and_treatment_is_looked_at_until_it_is_not_needed()
    {
        var blatt = await Kalenderblatt.RunAsync("zielgruppe-sucht-mit-rueckfall");
        blatt.Tage("AufgabeErstellt", "Rückfälle").ShouldBe("2028-03-06");
        blatt.Tage("AufgabeFaellig", "Rückfälle").ShouldBe("2028-04-03");
        blatt.Tage("AufgabeErstellt", "Behandlung").ShouldBe("2028-06-06 2028-09-06 2028-12-06 2029-03-06");
        blatt.Naechste("SpaeterErneut").ShouldBe("", "after “Nicht mehr nötig” nobody is asked again");
        blatt.Simulation.Fall!.Zugang!.Regel.ShouldBe("Mehrere Handlungsbedarfe", "a template alone makes the access no easier");
    }

    [Fact]
    public async Task What_is_dropped_with_a_reason_comes_back()
    {
        var blatt = await Kalenderblatt.RunAsync("zielgruppe-junger-mensch");
        blatt.Tage("AufgabeErstellt", "Vertrauensperson").ShouldBe("2029-09-03");
        blatt.Tage("AufgabeErstellt", "Ausbildung und Beruf").ShouldBe("2029-12-03 2030-03-11 2030-06-11");
    }

    [Fact]
    public async Task Safe_ways_of_contact_come_before_everything_else()
    {
        var blatt = await Kalenderblatt.RunAsync("zielgruppe-frauenhaus");
        blatt.Tage("AufgabeFaellig", "Kontaktwege").ShouldBe("2027-06-08");
        blatt.Tage("Eskalation", "Kontaktwege").ShouldBe("");
        blatt.Tage("AufgabeErstellt", "Schutz noch reicht").ShouldBe("2027-09-07 2027-12-07");

        // Nobody has done it: the team lead is told on the next Werktag, and the task stays.
        var spaet = await Kalenderblatt.RunAsync(Group("Frauenhaus"), bis: "2027-03-20");
        spaet.Tage("AufgabeFaellig", "Kontaktwege").ShouldBe("2027-01-28");
        spaet.Tage("Eskalation", "Kontaktwege").ShouldBe("2027-01-29");
        spaet.Offen().ShouldContain("Sichere Kontaktwege vereinbaren");
    }

    [Theory]
    [InlineData("zielgruppe-sucht-mit-rueckfall", "Rückfälle", "2028-04-03", "Behandlung", "2028-06-06 2028-09-06 2028-12-06 2029-03-06", "2028-06-20 2028-09-20 2028-12-20 2029-03-20")]
    [InlineData("zielgruppe-junger-mensch", "Vertrauensperson", "2029-09-17", "Ausbildung und Beruf", "2029-12-03 2030-03-11 2030-06-11", "2029-12-17 2030-03-25 2030-06-25")]
    [InlineData("s2-wohnungslos", "Erreichbarkeit", "2027-02-03", "Unterkunft", "2027-02-25 2027-03-30 2027-04-27", "2027-03-11 2027-04-13 2027-05-11")]
    [InlineData("zielgruppe-frauenhaus", "Kontaktwege", "2027-06-08", "Schutz noch reicht", "2027-09-07 2027-12-07", "2027-09-21 2027-12-21")]
    public async Task Each_way_has_its_own_time_to_begin_distance_and_time_to_look(string szenario, string beginn, string bis, string nachsehen, string tage, string faellig)
    {
        var blatt = await Kalenderblatt.RunAsync(szenario);
        blatt.Tage("AufgabeFaellig", beginn).ShouldBe(bis);
        blatt.Tage("AufgabeErstellt", nachsehen).ShouldBe(tage);
        blatt.Tage("AufgabeFaellig", nachsehen).ShouldBe(faellig);
    }

    [Fact]
    public async Task A_pause_holds_up_the_other_ways_and_not_the_one_of_protection()
    {
        // The escalation is for the first step, the question for the second and third.
        var beginn = await Kalenderblatt.RunAsync(WithPause(Group("Frauenhaus"), "2027-01-27", "2027-02-15"), bis: "2027-03-20");
        beginn.Tage("AufgabeFaellig", "Kontaktwege").ShouldBe("2027-01-28");
        beginn.Tage("Eskalation", "Kontaktwege").ShouldBe("2027-01-29");
        var schutz = await Kalenderblatt.RunAsync(WithPause(Auslieferung.Szenario("zielgruppe-frauenhaus"), "2027-08-30", "2027-10-15"), bis: "2027-10-01");
        schutz.Tage("AufgabeErstellt", "Schutz noch reicht").ShouldBe("2027-09-07");
        schutz.Tage("AufgabeFaellig", "Schutz noch reicht").ShouldBe("2027-09-21");

        var wohnung = await Kalenderblatt.RunAsync(WithPause(Auslieferung.Szenario("s2-wohnungslos"), "2027-03-22", "2027-04-12"), bis: "2027-05-31");
        wohnung.Tage("AufgabeErstellt", "Unterkunft").ShouldStartWith("2027-02-25 2027-04-19");
    }

    [Theory]
    [InlineData("Wohnungslosigkeit", "Erreichbarkeit", "2027-01-27")]
    [InlineData("Frauenhaus", "Erreichbarkeit", "")]
    [InlineData("wohnungslosigkeit", "Erreichbarkeit", "2027-01-27")]
    public async Task Each_group_gets_its_own_steps_and_no_other(string gruppe, string aufgabe, string tage)
    {
        var blatt = await Kalenderblatt.RunAsync(Group(gruppe), bis: "2027-02-01");
        blatt.Tage("AufgabeErstellt", aufgabe).ShouldBe(tage);
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Whoever_belongs_to_no_group_has_none_of_them()
    {
        var blatt = await Kalenderblatt.RunAsync("s1-schulden-und-sucht");
        blatt.Simulation.Db.Engine.Instances.ShouldNotContain(i => i.DefinitionId.StartsWith("zielgruppe-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_Fall_they_end()
    {
        var blatt = await Kalenderblatt.RunAsync(Group("Wohnungslosigkeit"), bis: "2027-02-01");
        blatt.Offen().ShouldContain("Erreichbarkeit");
        var ende = Group("Wohnungslosigkeit");
        ende = ende with
        {
            Schritte =
            [
                .. ende.Schritte.Where(s => s.Am < new DateOnly(2027, 2, 1)),
                new() { Am = new(2027, 2, 1), Tatsache = nameof(FallBeendet), Daten = new() { ["grund"] = "Umzug", ["begruendung"] = "Zieht um.", ["gespraechAngeboten"] = true } },
            ],
        };
        (await Kalenderblatt.RunAsync(ende, bis: "2027-02-01")).Offen().ShouldNotContain("Erreichbarkeit");
    }

    /// <summary>The second story with another target group; no task of a variant is done in it.</summary>
    private static Application.Simulation.Szenario Group(string gruppe)
    {
        var s2 = Auslieferung.Szenario("s2-wohnungslos");
        return s2 with { Schritte = [.. s2.Schritte.Where(s => s.Aufgabe is null).Select(s => s.Tatsache == nameof(Uebergeben) ? With(s, gruppe) : s)] };
    }

    private static Application.Simulation.Szenario WithPause(Application.Simulation.Szenario szenario, string von, string bis) => szenario with
    {
        Schritte =
        [
            .. szenario.Schritte.Where(s => s.Am <= Tag(von)),
            new() { Am = Tag(von), Um = new(20, 0), Tatsache = nameof(PauseBegonnen), Daten = new() { ["pauseId"] = "p", ["von"] = von, ["bis"] = bis, ["grund"] = "Krankenhaus" } },
            .. szenario.Schritte.Where(s => s.Am > Tag(von) && s.Aufgabe is null),
        ],
    };

    private static DateOnly Tag(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Application.Simulation.Szenarioschritt With(Application.Simulation.Szenarioschritt schritt, string gruppe)
    {
        var daten = (System.Text.Json.Nodes.JsonObject)schritt.Daten!.DeepClone();
        daten["zielgruppe"] = gruppe;
        return new() { Am = schritt.Am, Um = schritt.Um, Tatsache = schritt.Tatsache, Daten = daten };
    }
}
