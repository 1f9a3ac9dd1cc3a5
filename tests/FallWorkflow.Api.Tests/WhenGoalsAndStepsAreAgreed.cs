using System.Text.Json;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Goals with need and resources, detours, goals side by side, legal bases and plan templates (R33–R35, R45, R46).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenGoalsAndStepsAreAgreed(Gemeinsam gemeinsam)
{
    [Theory]
    [InlineData("bedarf")]
    [InlineData("ressourcen")]
    public async Task A_goal_names_the_need_it_answers_and_the_resources_it_uses(string feld)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var ziel = JsonSerializer.SerializeToNode(Beispieldaten.Ziel("z", "Schulden geregelt"))!.AsObject();
        ziel.Remove(feld);
        (await probe.RefusedAtAsync("ZielVereinbart", feld, ziel)).ShouldNotBeEmpty();
        await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel("z", "Schulden geregelt"));

        (await probe.ReadAsync()).GetProperty("ziele")[0].GetProperty("bedarf").GetString().ShouldBe("MaterielleSituation");
        (await probe.PageAsync()).ShouldContain("Schulden geregelt Etappenziel Materielle Situation (Geld, Wohnen); baut auf: Die Schwester hilft mit.");
    }

    [Fact]
    public async Task A_detour_is_a_full_goal_and_counted()
    {
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var vorher = await CountAsync();
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var ungemessen = JsonSerializer.SerializeToNode(Beispieldaten.Ziel("z1", "Entschuldung", umweg: true))!.AsObject();
        ungemessen["messkriterium"] = " ";
        (await probe.RefusedAtAsync("ZielVereinbart", "messkriterium", ungemessen)).ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel("z1", "Entschuldung", umweg: true));
        await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel("z2", "Arbeit im Lager", "BildungUndBeschaeftigung"));

        var nachher = await CountAsync();
        (nachher.Ziele - vorher.Ziele, nachher.Umwege - vorher.Umwege).ShouldBe((2, 1));
        (await probe.PageAsync()).ShouldContain("Entschuldung (Umweg)");
        (await leitung.Http.GetStringAsync("/team?von=01.01.2027&bis=31.01.2027")).ShouldContain($"<dd>{nachher.Umwege}</dd>");

        async Task<(int Ziele, int Umwege)> CountAsync()
        {
            var zahl = (await leitung.GetAsync("/api/statistik/umwege?von=2027-01-01&bis=2027-01-31")).GetProperty("ergebnis");
            return (zahl.GetProperty("ziele").GetInt32(), zahl.GetProperty("umwege").GetInt32());
        }
    }

    [Theory]
    [InlineData("SozialeBeziehungen", "BildungUndBeschaeftigung")]
    [InlineData("BildungUndBeschaeftigung", "SozialeBeziehungen")]
    public async Task Social_goals_and_work_goals_run_side_by_side_in_any_order(string erstes, string zweites)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel("a", "Erstes", erstes));
        await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel("b", "Zweites", zweites));
        (await probe.RefusedByAsync("PlanVereinbart", Plan(Schritt("Klient", zielId: "c")))).ShouldBe("PlanschritteMuessenZielenDienen");
        await probe.RecordAsync("PlanVereinbart", Plan(Schritt("Klient", zielId: "b"), Schritt("Klient", zielId: "a")));
        await probe.RecordAsync("ZielAbgeschlossen", new { zielId = "b", ergebnis = "Erreicht" });

        (await probe.ReadAsync()).GetProperty("ziele").EnumerateArray().Select(z => z.GetProperty("ergebnis").GetString()).ShouldBe([null, "Erreicht"]);
    }

    [Fact]
    public async Task Each_service_names_its_legal_basis_from_the_dated_list()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("PlanVereinbart", "schritte[0].rechtsgrundlage", Plan(Schritt("VermittelteLeistung")))).ShouldContain("Rechtsgrundlage");
        (await probe.RefusedAtAsync("PlanVereinbart", "schritte[0].rechtsgrundlage", Plan(Schritt("Klient", "§ 1 SGB II")))).ShouldContain("§ 16a SGB II");
        var ohne = JsonSerializer.SerializeToNode(Beispieldaten.Zuweisung("z", Testjobcenter.Schuldnerberatung, "Name"))!.AsObject();
        ohne.Remove("rechtsgrundlage");
        (await probe.RefusedAtAsync("ZuweisungVereinbart", "rechtsgrundlage", ohne)).ShouldContain("Rechtsgrundlage");
        await probe.RecordAsync("PlanVereinbart", Plan(Schritt("VermittelteLeistung", "§ 45 SGB III"), Schritt("Klient")));
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung($"Z-{probe.Fall:N}", Testjobcenter.Schuldnerberatung, "Name"));

        var fall = await probe.ReadAsync();
        fall.GetProperty("plan").EnumerateArray().Select(s => s.GetProperty("rechtsgrundlage").GetString()).ShouldBe(["§ 45 SGB III", null]);
        fall.GetProperty("zuweisungen")[0].GetProperty("rechtsgrundlage").GetString().ShouldBe("§ 16a SGB II");
        (await probe.PageAsync()).ShouldContain("§ 45 SGB III");
    }

    [Fact]
    public async Task The_list_of_legal_bases_is_that_of_the_day_and_names_its_sources()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        string[] alle = ["§ 14 SGB II", "§ 15 SGB II", "§ 16a SGB II", "§ 16d SGB II", "§ 16e SGB II", "§ 16h SGB II", "§ 16i SGB II", "§ 16k SGB II", "§ 28 SGB II", "§ 45 SGB III"];
        var heute = (await sitzung.GetAsync("/api/rechtsgrundlagen")).EnumerateArray().ToList();
        heute.Select(r => r.GetProperty("norm").GetString()).ShouldBe(alle);
        heute.ShouldAllBe(r => r.GetProperty("quelle").GetString()!.Contains("BGBl."));
        (await sitzung.GetAsync("/api/rechtsgrundlagen?am=2020-01-01")).EnumerateArray().Select(r => r.GetProperty("norm").GetString())
            .ShouldBe(alle.Except(["§ 15 SGB II", "§ 16k SGB II"]));
        Rechtsgrundlagen.Alle.ShouldAllBe(r => r.Bezeichnung.Length > 5);
    }

    [Fact]
    public async Task A_plan_may_begin_with_a_template_of_the_target_group()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var leer = await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/PlanVereinbart");
        leer.ShouldContain("?vorlage=Drogenabh%C3%A4ngige%20Menschen");
        leer.ShouldNotContain("Suchtberatung kennenlernen");

        var gefuellt = await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/PlanVereinbart?vorlage=Drogenabh%C3%A4ngige%20Menschen");
        gefuellt.ShouldContain("Suchtberatung kennenlernen");
        System.Net.WebUtility.HtmlDecode(gefuellt).ShouldContain("<option value=\"§ 16a SGB II\" selected=\"selected\">");
        (await probe.AkteAsync("PlanVereinbart")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_target_group_with_a_template_can_be_named_and_its_template_comes_first_in_the_plan()
    {
        var vermittler = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        var uebergabe = System.Net.WebUtility.HtmlDecode(await vermittler.Http.GetStringAsync("/uebergabe"));
        uebergabe.ShouldContain("<option value=\"Wohnungslosigkeit\"");
        uebergabe.ShouldContain("<option value=\"Benachteiligte junge Menschen\"");

        var keine = await Fallprobe.AdmitAsync(gemeinsam);
        (await PlanAsync(keine.Fall)).ShouldBe(["Drogenabhängige Menschen", "Benachteiligte junge Menschen"]);

        var fall = await vermittler.OpenFallAsync(Gemeinsam.Heute);
        await keine.Sitzung.RecordAsync(fall, "UebergabeAngenommen", Gemeinsam.Heute, new { fallmanagerId = Testjobcenter.Fallmanagerin });
        await keine.Sitzung.RecordAsync(fall, "ZugangGeprueft", Gemeinsam.Heute, new
        {
            handlungsbedarfe = Enum.GetNames<Bedarfsbereich>().Take(3).Select(b => new { bereich = b, beschreibung = "etwas" }),
            fortschrittErwartet = true,
            fortschrittBegruendung = "will weiter",
            zielgruppe = "benachteiligte junge menschen",
        });
        await keine.Sitzung.RecordAsync(fall, "ErstgespraechGefuehrt", Gemeinsam.Heute, Beispieldaten.Erstgespraech);
        await keine.Sitzung.RecordAsync(fall, "KlientEntschieden", Gemeinsam.Heute, new { moechteFallmanagement = true });
        await keine.Sitzung.RecordAsync(fall, "FallAufgenommen", Gemeinsam.Heute, new { });
        (await PlanAsync(fall)).ShouldBe(["Benachteiligte junge Menschen", "Drogenabhängige Menschen"]);
        (await keine.Sitzung.Http.GetStringAsync($"/faelle/{fall}")).ShouldContain("Vertrauensperson und Jugendhilfe einbeziehen");

        async Task<IEnumerable<string>> PlanAsync(Guid id) =>
            System.Text.RegularExpressions.Regex.Matches(await keine.Sitzung.Http.GetStringAsync($"/faelle/{id}/festhalten/PlanVereinbart"), @"\?vorlage=([^""]+)")
                .Select(m => Uri.UnescapeDataString(m.Groups[1].Value));
    }

    private static object Plan(params object[] schritte) =>
        new { beteiligte = new[] { "Klientin" }, schritte, artDerUeberpruefung = "Gespräch" };

    private static object Schritt(string verantwortlich, string? rechtsgrundlage = null, string? zielId = null) =>
        new { bezeichnung = "Beratung", verantwortlich, thema = "Finanzen", rechtsgrundlage, zielId };
}
