using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Every transmission and every copy stands in the access log with purpose and basis, and data protection sees it (R88).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenDataLeaves(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task A_message_to_a_partner_is_logged_with_the_consent_that_it_rests_on()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung($"Z-{probe.Fall:N}", Testjobcenter.Schuldnerberatung, "Name", "Anliegen"));

        var zeile = (await LogAsync(probe.Fall, "Uebermittelt")).ShouldHaveSingleItem();

        zeile.GetProperty("akteurId").GetString().ShouldBe(Testjobcenter.Fallmanagerin);
        zeile.GetProperty("zweck").GetString().ShouldBe("Zuweisung an Schuldnerberatung; Leistung: Beratung");
        var vereinbart = (await probe.AkteAsync("ZuweisungVereinbart"))[0].GetProperty("nr").GetInt64();
        zeile.GetProperty("grundlage").GetString().ShouldBe($"Einwilligung vom 11.01.2027 (Eintrag {vereinbart}); freigegeben: Name, Anliegen");
    }

    [Fact]
    public async Task A_withdrawal_rests_on_no_consent_since_it_names_nobody()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung($"Z-{probe.Fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        await probe.RecordAsync("EinwilligungWiderrufen", new { zuweisungId = $"Z-{probe.Fall:N}" });

        var zeile = (await LogAsync(probe.Fall, "Uebermittelt"))
            .Single(z => z.GetProperty("zweck").GetString()!.StartsWith("Rückzug der Zuweisung an Schuldnerberatung", StringComparison.Ordinal));
        zeile.GetProperty("grundlage").GetString()!.ShouldContain("ohne Angaben zur Person");
    }

    [Fact]
    public async Task What_is_refused_leaves_no_line()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("AuskunftErteilt", "an", new { form = "Papier", an = "" })).ShouldNotBeEmpty();
        (await LogAsync(probe.Fall, "Ausgehaendigt")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Data_protection_sees_all_of_it_at_one_place_and_nobody_else_does()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung($"Z-{probe.Fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        await probe.RecordAsync("AuskunftErteilt", new { form = "Datei", an = "der Betreuerin" });
        var datenschutz = await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin);

        var alle = (await datenschutz.GetAsync("/api/datenschutz/weitergaben")).EnumerateArray().Where(z => z.GetProperty("fallId").GetGuid() == probe.Fall);
        alle.Select(z => z.GetProperty("art").GetString()).ShouldBe(["Ausgehaendigt", "Uebermittelt"], ignoreOrder: true);
        foreach (var adresse in new[] { "/api/datenschutz/weitergaben", "/datenschutz" })
            (await datenschutz.Http.GetAsync($"{adresse}?von=0001-01-01&bis=9999-12-31")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await datenschutz.GetAsync("/api/datenschutz/weitergaben?von=2026-01-01&bis=2026-12-31")).GetArrayLength().ShouldBe(0);
        foreach (var seite in new[] { "/datenschutz", $"/faelle/{probe.Fall}/zugriffe" })
        {
            var text = WebUtility.HtmlDecode(await datenschutz.Http.GetStringAsync(seite));
            text.ShouldContain("Auskunft (Als Datei) an: der Betreuerin");
            text.ShouldContain("Zuweisung an Schuldnerberatung");
            text.ShouldContain("Einwilligung vom 11.01.2027");
        }

        foreach (var adresse in new[] { "/api/datenschutz/weitergaben", "/api/datenschutz/loeschungen", $"/api/faelle/{probe.Fall}/zugriffe" })
            (await probe.Sitzung.Http.GetAsync(adresse)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<IReadOnlyList<JsonElement>> LogAsync(Guid fall, string art) =>
        [.. (await (await gemeinsam.App.SignInAsync(Testjobcenter.Datenschuetzerin)).GetAsync($"/api/faelle/{fall}/zugriffe")).EnumerateArray().Where(z => z.GetProperty("art").GetString() == art)];
}
