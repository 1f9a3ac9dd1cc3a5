using System.Text.Json;
using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

public class WhenAnOfficeAddsLocalFeiertage
{
    private static readonly LokalerFeiertag MariaeHimmelfahrt = new("Mariä Himmelfahrt", "15.08.");
    private static readonly LokalerFeiertag Fronleichnam = new("Fronleichnam", "Ostern+60");

    [Fact]
    public void They_hold_there_and_nowhere_else()
    {
        Arbeitskalender.For(Land.BY, [MariaeHimmelfahrt]).FeiertagName(Tag("2028-08-15")).ShouldBe("Mariä Himmelfahrt");
        Arbeitskalender.For(Land.BY, [MariaeHimmelfahrt]).IsWerktag(Tag("2028-08-15")).ShouldBeFalse();
        Arbeitskalender.For(Land.BY).IsWerktag(Tag("2028-08-15")).ShouldBeTrue();
        Arbeitskalender.For(Land.TH, [Fronleichnam]).IsWerktag(Tag("2027-05-27")).ShouldBeFalse();
        Arbeitskalender.For(Land.TH).IsWerktag(Tag("2027-05-27")).ShouldBeTrue();
    }

    [Fact]
    public void They_are_listed_as_local_among_the_others()
    {
        var liste = Arbeitskalender.For(Land.BY, [MariaeHimmelfahrt]).ListFeiertage(2028);

        liste.Count.ShouldBe(13);
        liste.Select(f => f.Datum).ShouldBeInOrder();
        liste.Single(f => f.Lokal).ShouldBe(
            new Feiertag(Tag("2028-08-15"), "Mariä Himmelfahrt", "örtlicher Feiertag, vom Büro eingetragen", Lokal: true));
    }

    [Theory]
    [InlineData("31.10.2017", "2017-10-31", "2018-10-31")]
    [InlineData("29.02.", "2028-02-29", "2027-03-01")]
    [InlineData("Ostern-52", "2027-02-04", "2028-02-04")]
    [InlineData("Ostern+0", "2027-03-28", "2027-03-29")]
    [InlineData("Mittwoch vor 23.11.", "2027-11-17", "2027-11-24")]
    public void A_rule_finds_its_day_and_no_other(string regel, string feiertag, string keiner)
    {
        var kalender = Arbeitskalender.For(Land.HH, [new("Ortsfest", regel)]);

        kalender.FeiertagName(Tag(feiertag)).ShouldNotBeNull().ShouldContain("Ortsfest");
        (kalender.FeiertagName(Tag(keiner)) ?? "").ShouldNotContain("Ortsfest");
    }

    [Fact]
    public void Years_limit_them_inclusively()
    {
        var kalender = Arbeitskalender.For(Land.HH, [new("Ortsfest", "07.07.", 2027, 2028)]);

        new[] { 2026, 2027, 2028, 2029 }.Where(jahr => kalender.FeiertagName(new(jahr, 7, 7)) is not null).ShouldBe([2027, 2028]);
        new LokalerFeiertag("Ortsfest", "07.07.", 2027, 2027).DayIn(2027).ShouldBe(Tag("2027-07-07"));
    }

    [Fact]
    public void One_that_the_Land_has_anyway_is_not_named_twice()
        => Arbeitskalender.For(Land.BY, [Fronleichnam]).FeiertagName(Tag("2027-05-27")).ShouldBe("Fronleichnam");

    [Fact]
    public void The_version_tells_calendars_apart_and_does_not_depend_on_the_order()
    {
        var version = Arbeitskalender.For(Land.BY, [MariaeHimmelfahrt, Fronleichnam]).Version;

        version.ShouldStartWith($"{Feiertage.Version}+");
        version.ShouldBe(Arbeitskalender.For(Land.BY, [Fronleichnam, MariaeHimmelfahrt]).Version);
        version.ShouldNotBe(Arbeitskalender.For(Land.BY, [Fronleichnam]).Version);
        Arbeitskalender.For(Land.BY, []).Version.ShouldBe(Feiertage.Version);
    }

    [Fact]
    public void They_survive_JSON()
    {
        var ortsfest = new LokalerFeiertag("Ortsfest", "Ostern-47", 2027, 2030);

        JsonSerializer.Deserialize<LokalerFeiertag>(JsonSerializer.Serialize(ortsfest)).ShouldBe(ortsfest);
        JsonSerializer.Deserialize<LokalerFeiertag>(JsonSerializer.Serialize(ortsfest))!.DayIn(2027).ShouldBe(Tag("2027-02-09"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("30.02.")]
    [InlineData("32.01.")]
    [InlineData("1.5.")]
    [InlineData("15.08")]
    [InlineData("29.02.2027")]
    [InlineData("Ostern")]
    [InlineData("Ostern60")]
    [InlineData("Ostern+251")]
    [InlineData("Ostern-81")]
    [InlineData("Ostern+060")]
    [InlineData("Pfingsten+1")]
    [InlineData("15.08.\n")]
    public void A_rule_that_cannot_be_read_is_refused_with_the_possible_forms(string regel)
    {
        var fehler = Should.Throw<FormatException>(() => new LokalerFeiertag("Ortsfest", regel)).Message;

        fehler.ShouldStartWith($"„{regel}“ ist keine Regel für einen Feiertag.");
        fehler.ShouldContain("Ostern+60");
    }

    [Fact]
    public void A_missing_name_or_years_in_the_wrong_order_are_refused()
    {
        Should.Throw<FormatException>(() => new LokalerFeiertag(" ", "15.08.")).Message.ShouldBe("Ein Feiertag braucht einen Namen.");
        Should.Throw<FormatException>(() => new LokalerFeiertag("Ortsfest", "15.08.", 2028, 2027)).Message
            .ShouldBe("Beim Feiertag „Ortsfest“ liegt das letzte Jahr (2027) vor dem ersten (2028). Prüfen Sie beide Jahre.");
    }
}
