using System.Text.RegularExpressions;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Ratings on the fixed scales at start and review, shown per life area (R78).</summary>
[Collection(GemeinsameApp.Name)]
public sealed partial class WhenChangeIsMeasured(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task Page_and_API_show_each_life_area_at_each_time_and_how_it_moved()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        await RateAsync(fallmanagerin, fall, "Beginn", 2, 1, 3);
        await RateAsync(fallmanagerin, fall, "Überprüfung", 4, 1, 2);

        var zeiten = (await fallmanagerin.GetAsync($"/api/faelle/{fall}")).GetProperty("einschaetzungen").EnumerateArray().ToList();
        zeiten.Select(z => z.GetProperty("anlass").GetString()).ShouldBe(["Beginn", "Überprüfung"]);
        zeiten.Select(z => z.GetProperty("werte")[0].GetProperty("skala").GetInt32()).ShouldBe([2, 4]);

        var seite = await fallmanagerin.Http.GetStringAsync($"/faelle/{fall}");
        var tabelle = seite[seite.IndexOf("fw-skalen", StringComparison.Ordinal)..];
        var zeilen = Zeile().Matches(tabelle[..tabelle.IndexOf("</table>", StringComparison.Ordinal)]).Select(z => Text(z.Value)).ToList();
        zeilen.ShouldContain("Motivation 2 4 +2 (stabiler)");
        zeilen.ShouldContain("Materielle Situation (Geld, Wohnen) 1 1 gleich geblieben");
        zeilen.ShouldContain("Gesundheit 3 2 -1 (belasteter)");
    }

    private static Task<System.Text.Json.JsonElement> RateAsync(Sitzung sitzung, Guid fall, string anlass, int motivation, int lage, int gesundheit) =>
        sitzung.RecordAsync(fall, "EinschaetzungFestgehalten", Gemeinsam.Heute, new
        {
            anlass,
            werte = new[]
            {
                new { bereich = "Motivation", skala = motivation },
                new { bereich = "MaterielleSituation", skala = lage },
                new { bereich = "Gesundheit", skala = gesundheit },
            },
        });

    private static string Text(string html) =>
        Leerraum().Replace(System.Net.WebUtility.HtmlDecode(Marke().Replace(html, " ")), " ").Trim().Replace('−', '-');

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Zeile();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Marke();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Leerraum();
}
