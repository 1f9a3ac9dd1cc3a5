using System.Xml.Linq;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Web.Tests;

/// <summary>Pictures of processes, whatever somebody has typed as the name of a step.</summary>
public sealed class WhenAPictureIsDrawn
{
    [Theory]
    [InlineData("Kontakt\u0001 führen\u000b", "Kontakt führen")]
    [InlineData("<b>&\"Prüfen\"", "<b>&\"Prüfen\"")]
    public void A_name_that_XML_cannot_write_is_drawn_without_what_it_cannot(string name, string gezeigt) =>
        Draw(name).Descendants(Svg + "g").Single().Element(Svg + "title")!.Value.ShouldBe(gezeigt);

    [Fact]
    public void Half_a_character_is_drawn_as_one_that_is_missing() =>
        Draw("halb " + (char)0xd83d).Descendants(Svg + "g").Single().Element(Svg + "title")!.Value.ShouldBe("halb \ufffd");

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = new string('a', 20) + string.Concat(Enumerable.Repeat("😀", 40));
        foreach (var laenge in Enumerable.Range(0, 4))
            Draw(name[laenge..]).ToString().ShouldNotContain("\ufffd");
    }

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static XElement Draw(string name)
    {
        using var text = new StringWriter();
        Bildschreiber.Write(new("root", "Probe", [new("s", name, 0, 0, 200, 60)], []), "bild", "Ein Schritt")
            .WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return XElement.Parse(text.ToString());
    }
}
