using FallWorkflow.Application.Fristen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>Last contact and admission are on Monday, 2027-01-18, in Bayern.</summary>
public class WhenADateIsComputed
{
    private static readonly Fristregel Beginn = new("Kontakt", Ankerpunkte.LetzterKontakt, Parameter: Fristparameter.KontaktfensterBeginn);
    private static readonly Fristregel Ende = Beginn with { Parameter = Fristparameter.KontaktfensterEnde };
    private static readonly Fristregel Grenze = new("Dauer", Ankerpunkte.Aufnahme, Parameter: Fristparameter.DauerGrenze);

    [Theory]
    [InlineData(null, null, null, "2027-02-15")]
    [InlineData(null, null, "3 Wochen", "2027-02-08")]
    [InlineData(null, "5 Wochen", "3 Wochen", "2027-02-22")]
    [InlineData(2, "5 Wochen", "3 Wochen", "2027-02-01")]
    [InlineData(2, null, null, "2027-02-01")]
    public void What_was_agreed_goes_before_the_process_the_process_before_the_concept_and_that_before_the_default(int? individuell, string? prozess, string? konzept, string tag) =>
        LastDay(Beginn with { Wert = prozess }, Agreed(individuell), Konzept((Fristparameter.KontaktfensterBeginn, konzept))).ShouldBe(tag);

    [Theory]
    [InlineData(2, null, "2027-02-15")]
    [InlineData(10, null, "2027-04-12")]
    [InlineData(2, "1 Woche", "2027-02-08")]
    [InlineData(null, null, "2027-03-01")]
    public void The_window_of_n_weeks_ends_after_n_and_the_leeway(int? wochen, string? spielraum, string tag) =>
        LastDay(Ende, Agreed(wochen), Konzept((Fristparameter.KontaktfensterSpielraum, spielraum))).ShouldBe(tag);

    [Fact]
    public void A_leeway_in_days_cannot_be_added_to_weeks() =>
        Should.Throw<FristUnbekanntException>(() => LastDay(Ende, Agreed(2), Konzept((Fristparameter.KontaktfensterSpielraum, "10 Tage"))));

    [Theory]
    [InlineData(null, "2029-01-18")]
    [InlineData("12 Monate", "2028-01-18")]
    public void Without_an_extension_the_duration_is_the_written_one(string? wert, string tag) => LastDay(Grenze with { Wert = wert }, LaufenderFall()).ShouldBe(tag);

    [Theory]
    [InlineData(null, "2029-07-18")]
    [InlineData("12 Monate", "2028-07-18")]
    public void An_extension_counts_on_top_from_the_same_day(string? wert, string tag) =>
        LastDay(Grenze with { Wert = wert }, LaufenderFall(new DauerVerlaengert(2, "Kurs"), new DauerVerlaengert(4, "Prüfung"))).ShouldBe(tag);

    [Fact]
    public void Months_cannot_be_added_to_weeks() =>
        Should.Throw<FristUnbekanntException>(() => LastDay(Grenze with { Wert = "52 Wochen" }, LaufenderFall(new DauerVerlaengert(2, "Kurs"))));

    [Fact]
    public void A_period_nobody_sets_is_named()
    {
        Should.Throw<FristUnbekanntException>(() => LastDay(Beginn with { Parameter = "Gibt.Es.Nicht" }, LaufenderFall())).Message.ShouldContain("Gibt.Es.Nicht");
        Should.Throw<FristUnbekanntException>(() => LastDay(new("Kontakt", Ankerpunkte.Aufnahme), LaufenderFall())).Message.ShouldContain("Kontakt");
        Should.Throw<FristUnbekanntException>(() => LastDay(Beginn with { Punkt = Fristpunkt.Vorher }, LaufenderFall()));
        Should.Throw<FristUnbekanntException>(() => LastDay(Beginn with { Parameter = Fristparameter.Aufbewahrung }, LaufenderFall()));
    }

    [Fact]
    public void Retention_has_only_the_period_that_was_set_for_this_Fall()
    {
        var regel = Beginn with { Parameter = Fristparameter.Aufbewahrung };
        LastDay(regel, LaufenderFall(new AufbewahrungsfristFestgelegt("12 Monate"))).ShouldBe("2028-01-18");
    }

    [Fact]
    public void A_referral_may_have_its_own_time_to_answer()
    {
        var fall = LaufenderFall(Zuweisung("z1", antwortFrist: "5 Werktage"), Zuweisung("z2"), new ZuweisungGesendet("z1", ["Name"]), new ZuweisungGesendet("z2", ["Name"]));
        var regel = new Fristregel("Antwort", Ankerpunkte.Zuweisung, "z1", Fristparameter.ZuweisungAntwort);
        LastDay(regel, fall).ShouldBe("2027-01-25");
        LastDay(regel with { Bezug = "z2" }, fall).ShouldBe("2027-02-01");
        Plan(fall).Compute(regel with { Bezug = "z3" }).ShouldBeNull();
    }

    [Fact]
    public void The_plan_names_its_own_review()
    {
        var plan = new PlanVereinbart(["Klientin"], [new("Brief", Verantwortung.Klient, Schrittthema.Finanzen)], "Gespräch");
        var regel = new Fristregel("Überprüfung", Ankerpunkte.PlanStand, Parameter: Fristparameter.PlanueberpruefungAbstand);
        LastDay(regel, LaufenderFall(plan)).ShouldBe("2027-07-19");
        LastDay(regel, LaufenderFall(plan with { UeberpruefungNach = "3 Monate" })).ShouldBe("2027-04-19");
    }

    [Fact]
    public void A_pause_moves_only_what_rests_with_it()
    {
        var fall = LaufenderFall(new PauseBegonnen("p1", Day("2027-02-01"), Day("2027-02-14"), "Krankenhaus"));
        LastDay(Beginn, fall).ShouldBe("2027-03-01");
        LastDay(Beginn with { RuhtBeiPause = false }, fall).ShouldBe("2027-02-15");
    }

    [Fact]
    public void A_multiple_is_counted_from_the_anchor() => LastDay(Beginn with { Vielfaches = 3 }, LaufenderFall()).ShouldBe("2027-04-12");

    [Fact]
    public void Without_its_anchor_a_date_is_undetermined()
    {
        var regel = new Fristregel("Nachbetreuung", Ankerpunkte.Abschluss, Parameter: Fristparameter.NachbetreuungDauer);
        Plan(LaufenderFall()).Compute(regel).ShouldBeNull();
        Plan(LaufenderFall()).DueAt(regel).ShouldBe(Fristenplan.Unbestimmt);
    }

    [Theory]
    [InlineData(Fristpunkt.Beginn, "2027-02-15T07:00:00Z")]
    [InlineData(Fristpunkt.Ablauf, "2027-02-16T07:00:00Z")]
    [InlineData(Fristpunkt.Vorher, "2027-02-08T07:00:00Z")]
    [InlineData(Fristpunkt.Ende, "2027-02-15T23:00:00Z")]
    public void Each_point_of_a_period_has_its_instant(Fristpunkt punkt, string instant) =>
        Plan(LaufenderFall()).DueAt(Beginn with { Punkt = punkt, VorlaufWert = "1 Woche" }).ShouldBe(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_parameter_can_be_looked_up()
    {
        Plan(Agreed(2)).Find(Fristparameter.KontaktfensterBeginn).ShouldBe(new Frist(2, Fristeinheit.Wochen));
        Plan(LaufenderFall()).Find(Fristparameter.KontaktfensterBeginn).ShouldBe(new Frist(4, Fristeinheit.Wochen));
        Plan(LaufenderFall()).Find(Fristparameter.Aufbewahrung).ShouldBeNull();
    }

    [Fact]
    public void Its_rule_comes_back_from_the_store_as_it_was()
    {
        var regel = new Fristregel("Überprüfung", Ankerpunkte.Jetzt, "z1", "P", "2 Wochen", Fristpunkt.Vorher, "V", "3 Tage", 4, false, Day("2027-02-01"));
        Fristregel.FromJson(regel.ToJson()).ShouldBe(regel);
        Fristregel.FromJson(Beginn.ToJson()).ShouldBe(Beginn);
        regel.ToJson().ShouldContain("\"Überprüfung\"");
        regel.ToJson().ShouldContain("\"punkt\":\"Vorher\"");
        Beginn.ToJson().ShouldNotContain("null");
    }

    private static Fall Agreed(int? wochen) => wochen is { } n ? LaufenderFall(new RhythmusGeaendert(n, "Krise")) : LaufenderFall();

    private static Fachkonzept? Konzept((string Parameter, string? Wert) frist) => frist.Wert is null
        ? null
        : new() { BueroId = "b1", Version = 1, GueltigAb = Day("2027-01-01"), Fristen = new Dictionary<string, string> { [frist.Parameter] = frist.Wert } };

    private static Fristenplan Plan(Fall fall, Fachkonzept? konzept = null) => new(fall, konzept ?? Fachkonzept.Standard, Arbeitskalender.For(Land.BY));

    private static string LastDay(Fristregel regel, Fall fall, Fachkonzept? konzept = null) =>
        Plan(fall, konzept).Compute(regel)!.LetzterTag.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
