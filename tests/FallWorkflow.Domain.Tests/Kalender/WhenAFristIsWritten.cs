using System.Globalization;
using System.Text.Json;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Domain.Tests.Kalender;

public class WhenAFristIsWritten
{
    [Theory]
    [InlineData("4 Wochen", 4, Fristeinheit.Wochen)]
    [InlineData("1 Woche", 1, Fristeinheit.Wochen)]
    [InlineData("6 Monate", 6, Fristeinheit.Monate)]
    [InlineData("1 Monat", 1, Fristeinheit.Monate)]
    [InlineData("14 Tage", 14, Fristeinheit.Tage)]
    [InlineData("1 Tag", 1, Fristeinheit.Tage)]
    [InlineData("10 Werktage", 10, Fristeinheit.Werktage)]
    [InlineData("1 Werktag", 1, Fristeinheit.Werktage)]
    [InlineData("9999 Tage", 9999, Fristeinheit.Tage)]
    [InlineData("9999 Werktage", 9999, Fristeinheit.Werktage)]
    [InlineData("999 Wochen", 999, Fristeinheit.Wochen)]
    [InlineData("999 Monate", 999, Fristeinheit.Monate)]
    public void The_German_form_is_read_and_written_alike(string text, int anzahl, Fristeinheit einheit)
    {
        Frist.Parse(text).ShouldBe(new Frist(anzahl, einheit));
        new Frist(anzahl, einheit).ToString().ShouldBe(text);
        JsonSerializer.Serialize(new Frist(anzahl, einheit)).ShouldBe($"\"{text}\"");
        JsonSerializer.Deserialize<Frist>($"\"{text}\"").ShouldBe(new Frist(anzahl, einheit));
    }

    [Theory]
    [InlineData("4 wochen", "4 Wochen")]
    [InlineData("4  Wochen", "4 Wochen")]
    [InlineData("4Wochen", "4 Wochen")]
    [InlineData(" 4 Wochen", "4 Wochen")]
    [InlineData("4 Wochen\n", "4 Wochen")]
    [InlineData("04 Wochen", "4 Wochen")]
    [InlineData("+4 Wochen", "4 Wochen")]
    [InlineData("4 Woche", "4 Wochen")]
    [InlineData("1 Wochen", "1 Woche")]
    [InlineData("1 Tage", "1 Tag")]
    [InlineData("2 Werktag", "2 Werktage")]
    public void A_near_miss_is_told_the_right_form(string text, string gemeint)
    {
        Frist.TryParse(text, out var frist, out var fehler).ShouldBeFalse();

        frist.ShouldBe(default);
        fehler.ShouldBe($"„{text}“ ist keine Frist. Gemeint ist wohl „{gemeint}“.");
    }

    [Theory]
    [InlineData("0 Tage", "1 bis 9999 Tage")]
    [InlineData("-3 Tage", "1 bis 9999 Tage")]
    [InlineData("10000 Werktage", "1 bis 9999 Werktage")]
    [InlineData("1000 Wochen", "1 bis 999 Wochen")]
    [InlineData("1000 Monate", "1 bis 999 Monate")]
    [InlineData("99999999999999999999 Tage", "1 bis 9999 Tage")]
    public void A_number_out_of_range_is_told_the_range(string text, string bereich)
    {
        Frist.TryParse(text, out _, out var fehler).ShouldBeFalse();

        fehler.ShouldBe($"„{text}“ ist als Frist nicht möglich. Erlaubt sind {bereich}.");
    }

    [Theory]
    [InlineData("vier Wochen")]
    [InlineData("4")]
    [InlineData("Wochen")]
    [InlineData("4 Jahre")]
    [InlineData("4 Wochen und 2 Tage")]
    [InlineData("1,5 Monate")]
    [InlineData("٤ Wochen")]
    [InlineData("P4W")]
    [InlineData("28.00:00:00")]
    public void Anything_else_is_told_examples(string text)
    {
        Frist.TryParse(text, out _, out var fehler).ShouldBeFalse();

        fehler.ShouldStartWith($"„{text}“ ist keine Frist. Geben Sie eine Zahl, ein Leerzeichen und eine Einheit an, zum Beispiel „4 Wochen“");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void A_missing_one_is_called_missing(string? text)
    {
        Frist.TryParse(text, out _, out var fehler).ShouldBeFalse();

        fehler.ShouldStartWith("Die Frist fehlt.");
    }

    [Fact]
    public void Ten_megabytes_are_refused_with_a_short_message()
    {
        Frist.TryParse(new string('9', 10_000_000) + " Tage", out _, out var fehler).ShouldBeFalse();

        fehler!.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public void Parse_and_JSON_give_the_German_reason()
    {
        Should.Throw<FormatException>(() => Frist.Parse("4 wochen")).Message.ShouldContain("Gemeint ist wohl „4 Wochen“");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Frist>("\"4 wochen\"")).Message.ShouldContain("Gemeint ist wohl „4 Wochen“");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Frist>("4")).Message.ShouldContain("Die Frist fehlt");
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            new Frist(1234, Fristeinheit.Tage).ToString().ShouldBe("1234 Tage");
            Frist.Parse("1234 Tage").Anzahl.ShouldBe(1234);
            FristRechner.Compute(new(2027, 2, 15), Frist.Parse("6 Wochen"), Arbeitskalender.For(Land.BY), []).LetzterTag.ShouldBe(new(2027, 3, 30));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, Fristeinheit.Tage)]
    [InlineData(-1, Fristeinheit.Tage)]
    [InlineData(10000, Fristeinheit.Tage)]
    [InlineData(1000, Fristeinheit.Monate)]
    [InlineData(1, (Fristeinheit)4)]
    public void The_constructor_has_the_same_range(int anzahl, Fristeinheit einheit)
        => Should.Throw<ArgumentOutOfRangeException>(() => new Frist(anzahl, einheit));
}
