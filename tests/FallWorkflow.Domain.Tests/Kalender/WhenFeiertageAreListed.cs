using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>Against lists written by hand from the Feiertagsgesetze, not from the rules of the program.</summary>
public class WhenFeiertageAreListed
{
    // In every Land: Neujahr, Karfreitag, Ostermontag, Tag der Arbeit, Christi Himmelfahrt, Pfingstmontag, Deutsche Einheit, Weihnachten.
    private const string Ueberall2026 = "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26";
    private const string Ueberall2027 = "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26";

    [Theory]
    [InlineData(Land.BW, "01-06 06-04 11-01", 12)]
    [InlineData(Land.BY, "01-06 06-04 11-01", 12)]
    [InlineData(Land.BE, "03-08", 10)]
    [InlineData(Land.BB, "04-05 05-24 10-31", 12)]
    [InlineData(Land.HB, "10-31", 10)]
    [InlineData(Land.HH, "10-31", 10)]
    [InlineData(Land.HE, "06-04", 10)]
    [InlineData(Land.MV, "03-08 10-31", 11)]
    [InlineData(Land.NI, "10-31", 10)]
    [InlineData(Land.NW, "06-04 11-01", 11)]
    [InlineData(Land.RP, "06-04 11-01", 11)]
    [InlineData(Land.SL, "06-04 08-15 11-01", 12)]
    [InlineData(Land.SN, "10-31 11-18", 11)]
    [InlineData(Land.ST, "01-06 10-31", 11)]
    [InlineData(Land.SH, "10-31", 10)]
    [InlineData(Land.TH, "09-20 10-31", 11)]
    public void In_2026_each_Land_has_its_own(Land land, string eigene, int anzahl) => Check(land, 2026, $"{Ueberall2026} {eigene}", anzahl);

    [Theory]
    [InlineData(Land.BW, "01-06 05-27 11-01", 12)]
    [InlineData(Land.BY, "01-06 05-27 11-01", 12)]
    [InlineData(Land.BE, "03-08", 10)]
    [InlineData(Land.BB, "03-28 05-16 10-31", 12)]
    [InlineData(Land.HB, "10-31", 10)]
    [InlineData(Land.HH, "10-31", 10)]
    [InlineData(Land.HE, "05-27", 10)]
    [InlineData(Land.MV, "03-08 10-31", 11)]
    [InlineData(Land.NI, "10-31", 10)]
    [InlineData(Land.NW, "05-27 11-01", 11)]
    [InlineData(Land.RP, "05-27 11-01", 11)]
    [InlineData(Land.SL, "05-27 08-15 11-01", 12)]
    [InlineData(Land.SN, "10-31 11-17", 11)]
    [InlineData(Land.ST, "01-06 10-31", 11)]
    [InlineData(Land.SH, "10-31", 10)]
    [InlineData(Land.TH, "09-20 10-31", 11)]
    public void In_2027_each_Land_has_its_own(Land land, string eigene, int anzahl) => Check(land, 2027, $"{Ueberall2027} {eigene}", anzahl);

    [Theory]
    [InlineData(Land.BE, "2018-03-08", null)]
    [InlineData(Land.BE, "2019-03-08", "Internationaler Frauentag")]
    [InlineData(Land.MV, "2022-03-08", null)]
    [InlineData(Land.MV, "2023-03-08", "Internationaler Frauentag")]
    [InlineData(Land.BE, "2019-05-08", null)]
    [InlineData(Land.BE, "2020-05-08", "Tag der Befreiung (75. Jahrestag)")]
    [InlineData(Land.BE, "2021-05-08", null)]
    [InlineData(Land.BE, "2024-05-08", null)]
    [InlineData(Land.BE, "2025-05-08", "Tag der Befreiung (80. Jahrestag)")]
    [InlineData(Land.BE, "2026-05-08", null)]
    [InlineData(Land.BB, "2025-05-08", null)]
    [InlineData(Land.TH, "2018-09-20", null)]
    [InlineData(Land.TH, "2019-09-20", "Weltkindertag")]
    [InlineData(Land.NI, "2016-10-31", null)]
    [InlineData(Land.NI, "2017-10-31", "Reformationstag (500. Jahrestag)")]
    [InlineData(Land.NI, "2018-10-31", "Reformationstag")]
    [InlineData(Land.BY, "2017-10-31", "Reformationstag (500. Jahrestag)")]
    [InlineData(Land.BY, "2018-10-31", null)]
    [InlineData(Land.SN, "2016-10-31", "Reformationstag")]
    [InlineData(Land.SN, "2017-10-31", "Reformationstag")]
    [InlineData(Land.BY, "1994-11-16", "Buß- und Bettag")]
    [InlineData(Land.BY, "1995-11-22", null)]
    [InlineData(Land.SN, "1995-11-22", "Buß- und Bettag")]
    [InlineData(Land.SN, "2028-11-22", "Buß- und Bettag")]
    [InlineData(Land.SN, "2033-11-16", "Buß- und Bettag")]
    [InlineData(Land.BY, "2027-08-15", null)]
    [InlineData(Land.SN, "2027-05-27", null)]
    [InlineData(Land.TH, "2027-05-27", null)]
    [InlineData(Land.HH, "2008-05-01", "Tag der Arbeit / Christi Himmelfahrt")]
    public void Laws_hold_from_their_year_and_in_their_Land(Land land, string tag, string? name)
        => Arbeitskalender.For(land).FeiertagName(Tag(tag)).ShouldBe(name);

    [Fact]
    public void In_2017_every_Land_had_the_Reformationstag_exactly_once()
    {
        foreach (var land in Enum.GetValues<Land>())
            Feiertage.Of(land, 2017).Count(f => f.Datum == Tag("2017-10-31")).ShouldBe(1, land.ToString());
    }

    [Theory]
    [InlineData(1990, "1990-04-15")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2019, "2019-04-21")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2030, "2030-04-21")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(2100, "2100-03-28")]
    public void Easter_is_where_the_church_has_it(int jahr, string ostersonntag)
        => Feiertage.Of(Land.BB, jahr).Single(f => f.Name == "Ostersonntag").Datum.ShouldBe(Tag(ostersonntag));

    [Fact]
    public void Every_one_has_a_name_and_a_source_in_every_year_from_1990_to_2100()
    {
        foreach (var land in Enum.GetValues<Land>())
        {
            for (var jahr = 1990; jahr <= 2100; jahr++)
            {
                var liste = Feiertage.Of(land, jahr);

                liste.Count.ShouldBeInRange(9, 14, $"{land} {jahr}");
                liste.ShouldAllBe(f => f.Name.Length > 0 && f.Quelle.Length > 0 && f.Datum.Year == jahr && !f.Lokal);
                liste.Select(f => f.Datum).ShouldBeInOrder();
                liste.Select(f => (f.Datum, f.Name)).ShouldBeUnique();
            }
        }
    }

    [Fact]
    public void The_source_is_the_law_of_the_Land_or_of_the_Federation()
    {
        Feiertage.Of(Land.BY, 2027)[0].ShouldBe(new Feiertag(Tag("2027-01-01"), "Neujahr", "Feiertagsgesetz Bayern Art. 1"));
        Feiertage.Of(Land.BY, 2027).Single(f => f.Datum == Tag("2027-10-03")).Quelle.ShouldBe("Einigungsvertrag Art. 2 Abs. 2");
    }

    [Fact]
    public void An_unknown_Land_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Feiertage.Of(default, 2027));
        Should.Throw<ArgumentOutOfRangeException>(() => Arbeitskalender.For(default));
        Should.Throw<ArgumentOutOfRangeException>(() => ((Land)17).Name());
    }

    [Fact]
    public void The_Laender_have_their_German_names()
        => string.Join(", ", Enum.GetValues<Land>().Select(l => l.Name())).ShouldBe(
            "Baden-Württemberg, Bayern, Berlin, Brandenburg, Bremen, Hamburg, Hessen, Mecklenburg-Vorpommern, Niedersachsen, "
            + "Nordrhein-Westfalen, Rheinland-Pfalz, Saarland, Sachsen, Sachsen-Anhalt, Schleswig-Holstein, Thüringen");

    private static void Check(Land land, int jahr, string monateUndTage, int anzahl)
    {
        var erwartet = monateUndTage.Split(' ').Order(StringComparer.Ordinal).Select(t => $"{jahr}-{t}").ToArray();

        Feiertage.Of(land, jahr).Select(f => f.Datum.Iso()).ShouldBe(erwartet);
        erwartet.Length.ShouldBe(anzahl);
    }
}
