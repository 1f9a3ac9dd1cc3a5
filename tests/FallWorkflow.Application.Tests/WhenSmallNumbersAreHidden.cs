using System.Text;
using FallWorkflow.Application.Auswertungen;

namespace FallWorkflow.Application.Tests;

/// <summary>What an export for research leaves out, and what a file must not do to the spreadsheet that opens it.</summary>
public sealed class WhenSmallNumbersAreHidden
{
    [Fact]
    public void A_single_hidden_row_takes_the_next_smallest_with_it_since_a_total_would_give_it_away() =>
        Shown(Table(("klein", 3), ("mittel", 7), ("groß", 40), ("keiner", 0)).Hide(5)).ShouldBe(["unterdrückt", "unterdrückt", "40", "0"]);

    [Fact]
    public void Two_hidden_rows_protect_each_other() =>
        Shown(Table(("klein", 3), ("auch", 4), ("mittel", 7), ("groß", 40)).Hide(5)).ShouldBe(["unterdrückt", "unterdrückt", "7", "40"]);

    [Fact]
    public void Without_small_numbers_nothing_is_hidden() =>
        Shown(Table(("gerade", 5), ("groß", 40), ("keiner", 0)).Hide(5)).ShouldBe(["5", "40", "0"]);

    [Fact]
    public void A_mean_of_few_is_as_small_as_they_are() =>
        new Tabelle("t", "T", ["a", "b"], [new(["x"], [Zahl.Mittel(3.5, 4)]), new(["y"], [Zahl.Mittel(3.5, 5)]), new(["z"], [Zahl.Mittel(null, 0)])])
            .Hide(5).Zeilen.Select(z => z.Verborgen).ShouldBe([true, true, false]);

    [Fact]
    public void A_sum_and_a_share_over_few_are_as_small_as_they_are_and_a_setting_is_not() =>
        new Tabelle("t", "T", ["a", "b"], [new(["x"], [Zahl.Menge(400, 4)]), new(["y"], [Zahl.Anteil(0.5, 4)]), new(["z"], [Zahl.Menge(400, 5)]), new(["w"], [Zahl.Anteil(0.5, 5)]), new(["v"], [Zahl.Vorgabe(3)])])
            .Hide(5).Zeilen.Select(z => z.Verborgen).ShouldBe([true, true, false, false, false]);

    [Fact]
    public void Rows_with_words_from_the_Akten_are_left_out_since_being_there_tells_something() =>
        Shown((Table(("klein", 3), ("auch", 4), ("groß", 40)) with { OffeneBezeichnungen = true }).Hide(5)).ShouldBe(["40"]);

    [Fact]
    public void Words_from_outside_are_no_formulas_and_stay_in_their_cell()
    {
        var csv = Encoding.UTF8.GetString(Csv.Write(new("t", "T", ["a", "b"], [new(["=1+1"], [Zahl.Anzahl(1)]), new(["a;b \"c\""], [Zahl.Vorgabe(-2.5)])]))[3..]);

        csv.ShouldBe("a;b\r\n'=1+1;1\r\n\"a;b \"\"c\"\"\";-2,5\r\n");
    }

    private static Tabelle Table(params (string Wort, int Anzahl)[] zeilen) =>
        new("t", "T", ["Wort", "Anzahl"], [.. zeilen.Select(z => new Zeile([z.Wort], [Zahl.Anzahl(z.Anzahl)]))]);

    private static IEnumerable<string> Shown(Tabelle tabelle) => tabelle.Zeilen.Select(z => z.Werte.Single());
}
