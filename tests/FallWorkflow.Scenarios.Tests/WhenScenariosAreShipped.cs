using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Scenarios.Tests;

public class WhenScenariosAreShipped
{
    private static string Ordner => Path.Combine(Auslieferung.Wurzel, "workflows", "lebenslauf", "szenarien");

    public static TheoryData<string> Alle => [.. Namen];

    private static IEnumerable<string> Namen => Directory.EnumerateFiles(Ordner, "*.json").Select(d => Path.GetFileNameWithoutExtension(d)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Alle))]
    public async Task Each_runs_to_its_end_without_a_fault_and_every_date_is_a_Werktag(string name)
    {
        var szenario = Auslieferung.Szenario(name);
        var blatt = await Kalenderblatt.RunAsync(szenario);
        blatt.Stoerungen().ShouldBe("");
        blatt.Ereignisse.ShouldNotBeEmpty();
        blatt.Tage("EingabeAbgelehnt", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(szenario.Schritte.Count(s => s.Abgelehnt is not null));

        var kalender = Arbeitskalender.For(szenario.Land);
        blatt.Simulation.Db.Aufgaben.Values.Where(a => a.FaelligAm is { } tag && !kalender.IsWerktag(tag)).Select(a => $"{a.Titel} {a.FaelligAm:yyyy-MM-dd}").ShouldBeEmpty();
    }

    [Fact]
    public void There_are_twenty_beside_the_six_stories_in_all_kinds_of_Laender_and_each_says_what_it_is_about()
    {
        var szenarien = Namen.Select(Auslieferung.Szenario).ToList();
        szenarien.Count.ShouldBeGreaterThanOrEqualTo(26);
        szenarien.Select(s => s.Name).ShouldBeUnique();
        szenarien.ShouldAllBe(s => !string.IsNullOrWhiteSpace(s.Beschreibung));
        Enum.GetValues<Land>().Except(szenarien.Select(s => s.Land)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("s3-nicht-aufgenommen", "2027-06-07", "Erstinformation 2026-1")]
    [InlineData("s3-nicht-aufgenommen", "2025-06-10", "Erstinformation 2023-1")]
    [InlineData("stille-zeit", "2027-02-01", "Erstinformation 2026-1")]
    [InlineData("stille-zeit", "2026-02-02", "Erstinformation 2023-1")]
    public async Task People_are_told_the_newest_text_of_the_day(string name, string von, string fassung)
    {
        var szenario = Auslieferung.Szenario(name).From(DateOnly.ParseExact(von, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) with { Monate = 2 };
        (await Kalenderblatt.RunAsync(szenario)).Letzte<Domain.Tatsachen.ErstgespraechGefuehrt>().Textfassung.ShouldBe(fassung);
    }
}
