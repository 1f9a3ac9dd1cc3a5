using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Levels, measure and time frame, moved and missed goals, and their history (R29–R32).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenGoalsAreCarriedForward(Gemeinsam gemeinsam)
{
    /// <summary>Four weeks before the day of the test clock, so that goals can be overdue.</summary>
    private static readonly DateOnly Frueher = Gemeinsam.Heute.AddDays(-28);

    [Fact]
    public async Task Goals_have_levels_and_small_ones_hang_on_a_large_one_that_exists()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedAtAsync("ZielVereinbart", "ebene", Ziel("a", ebene: "Traum"))).ShouldContain("Richtungsziel, Etappenziel, Schritt");
        await probe.ShouldRefuseAsync("UebergeordnetesZielMussBestehen", "Vereinbaren Sie es zuerst", "ZielVereinbart", Ziel("b", ebene: "Schritt", ueber: "a"));
        await probe.RecordAsync("ZielVereinbart", Ziel("a", ebene: "Richtungsziel"));
        await probe.RecordAsync("ZielVereinbart", Ziel("b", ebene: "Schritt", ueber: "a"));
        await probe.ShouldRefuseAsync("UebergeordnetesZielDarfNichtKleinerSein", "einer größeren Ebene", "ZielVereinbart", Ziel("c", ebene: "Etappenziel", ueber: "b"));

        (await ZieleAsync(probe)).Select(z => $"{z.GetProperty("id")} {z.GetProperty("ebene")} {z.GetProperty("uebergeordnetesZiel")}")
            .ShouldBe(["a Richtungsziel ", "b Schritt a"]);
    }

    [Fact]
    public async Task A_goal_needs_a_checkable_measure_and_a_time_frame_before_it_is_agreed()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        foreach (var (feld, leer) in new[] { ("messkriterium", " "), ("bis", (string?)null) })
        {
            var ziel = Ziel("a");
            ziel[feld] = leer;
            (await probe.RefusedAtAsync("ZielVereinbart", feld, ziel)).ShouldContain("füllen Sie dieses Feld aus");
        }

        await probe.ShouldRefuseAsync("ZeitrahmenMussInDerZukunftLiegen", "Wählen Sie ein späteres Datum", "ZielVereinbart", Ziel("a", Gemeinsam.Heute));
        (await ZieleAsync(probe)).ShouldBeEmpty();
        await probe.RecordAsync("ZielVereinbart", Ziel("a", Gemeinsam.Heute.AddDays(1)));

        var vereinbart = (await ZieleAsync(probe)).ShouldHaveSingleItem();
        (vereinbart.GetProperty("messkriterium").GetString(), vereinbart.GetProperty("bis").GetString()).ShouldBe(("Woran es zu erkennen ist, ist vereinbart.", "2027-01-12"));
    }

    [Fact]
    public async Task An_overdue_or_missed_goal_is_moved_or_closed_with_a_reason_only_and_keeps_its_first_date()
    {
        var probe = await AdmitEarlierAsync();
        foreach (var id in new[] { "a", "b", "c" })
            await AgreeEarlierAsync(probe, Ziel(id, Frueher.AddDays(7)));
        (await probe.RefusedAtAsync("ZielVerschoben", "begruendung", new { zielId = "a", bis = "2027-03-01", begruendung = " " })).ShouldContain("füllen Sie dieses Feld aus");
        await probe.ShouldRefuseAsync("ZeitrahmenMussInDerZukunftLiegen", "Wählen Sie ein späteres Datum", "ZielVerschoben", new { zielId = "a", bis = "2027-01-11", begruendung = "krank" });
        await probe.ShouldRefuseAsync("ZielMussBestehen", "Wählen Sie ein vereinbartes Ziel", "ZielVerschoben", new { zielId = "x", bis = "2027-03-01", begruendung = "krank" });
        await probe.ShouldRefuseAsync("UeberschrittenesZielBrauchtBegruendung", "Begründen Sie", "ZielAbgeschlossen", new { zielId = "b", ergebnis = "Erreicht" });
        foreach (var ergebnis in new[] { "TeilweiseErreicht", "NichtErreicht", "Aufgegeben" })
            (await probe.RefusedAtAsync("ZielAbgeschlossen", "begruendung", new { zielId = "c", ergebnis })).ShouldContain("Begründen Sie");

        await probe.RecordAsync("ZielVerschoben", new { zielId = "a", bis = "2027-03-01", begruendung = "krank" });
        await probe.RecordAsync("ZielAbgeschlossen", new { zielId = "a", ergebnis = "Erreicht" });
        await probe.RecordAsync("ZielAbgeschlossen", new { zielId = "b", ergebnis = "Erreicht", begruendung = "drei Wochen später" });
        await probe.RecordAsync("ZielAbgeschlossen", new { zielId = "c", ergebnis = "NichtErreicht", begruendung = "kein Platz frei" });
        (await ZieleAsync(probe)).Select(z => $"{z.GetProperty("id")} {z.GetProperty("urspruenglichBis")} {z.GetProperty("bis")} {z.GetProperty("ergebnis")}")
            .ShouldBe(["a 2026-12-21 2027-03-01 Erreicht", "b 2026-12-21 2026-12-21 Erreicht", "c 2026-12-21 2026-12-21 NichtErreicht"]);
        (await probe.AkteAsync("ZielAbgeschlossen")).Select(e => e.GetProperty("daten").GetProperty("begruendung").GetString()).ShouldBe([null, "drei Wochen später", "kein Platz frei"]);
    }

    [Fact]
    public async Task Goals_are_carried_forward_with_their_history_through_an_end_and_a_resumption()
    {
        var probe = await AdmitEarlierAsync();
        await AgreeEarlierAsync(probe, Ziel("a", Frueher.AddDays(7)));
        await probe.ShouldRefuseAsync("ZielMussNeuSein", "Verschieben Sie es", "ZielVereinbart", Ziel("a"));
        await probe.RecordAsync("ZielVerschoben", new { zielId = "a", bis = "2027-03-01", begruendung = "krank" });
        await probe.RecordAsync("ZielVerschoben", new { zielId = "a", bis = "2027-05-03", begruendung = "Umzug" });
        await probe.RecordAsync("ZielVereinbart", Ziel("b"));
        await probe.RecordAsync("ZielAbgeschlossen", new { zielId = "b", ergebnis = "Aufgegeben", begruendung = "nicht mehr wichtig" });
        await probe.ShouldRefuseAsync("ZielMussOffenSein", "Vereinbaren Sie ein neues", "ZielVerschoben", new { zielId = "b", bis = "2027-03-01", begruendung = "doch" });
        await probe.ShouldRefuseAsync("ZielMussOffenSein", "Vereinbaren Sie ein neues", "ZielAbgeschlossen", new { zielId = "b", ergebnis = "Erreicht" });

        await probe.RecordAsync("FallAbgeschlossen", Beispieldaten.Abschluss());
        await probe.ShouldRefuseAsync("FallMussLaufen", "wieder auf", "ZielVerschoben", new { zielId = "a", bis = "2027-06-01", begruendung = "später" });
        await probe.RecordAsync("FallWiederAufgenommen", new { anlass = "Die Wohnung ist gekündigt." });
        (await ZieleAsync(probe)).Select(z => $"{z.GetProperty("id")} {z.GetProperty("urspruenglichBis")} {z.GetProperty("bis")} {z.GetProperty("ergebnis")}")
            .ShouldBe(["a 2026-12-21 2027-05-03 ", "b 2027-12-31 2027-12-31 Aufgegeben"]);
        (await probe.AkteAsync("ZielVerschoben")).Select(e => $"{e.GetProperty("daten").GetProperty("bis")} {e.GetProperty("daten").GetProperty("begruendung")}")
            .ShouldBe(["2027-03-01 krank", "2027-05-03 Umzug"]);
        await probe.RecordAsync("ZielAbgeschlossen", new { zielId = "a", ergebnis = "Erreicht" });
    }

    private async Task<Fallprobe> AdmitEarlierAsync() =>
        new(await Beispieldaten.AdmitAsync(gemeinsam.App, Frueher), await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin));

    private static Task<JsonElement> AgreeEarlierAsync(Fallprobe probe, JsonObject ziel) => probe.Sitzung.RecordAsync(probe.Fall, "ZielVereinbart", Frueher, ziel);

    private static async Task<List<JsonElement>> ZieleAsync(Fallprobe probe) => [.. (await probe.ReadAsync()).GetProperty("ziele").EnumerateArray()];

    private static JsonObject Ziel(string id, DateOnly? bis = null, string ebene = "Etappenziel", string? ueber = null)
    {
        var ziel = JsonSerializer.SerializeToNode(Beispieldaten.Ziel(id, $"Ziel {id}"))!.AsObject();
        ziel["ebene"] = ebene;
        ziel["uebergeordnetesZiel"] = ueber;
        if (bis is { } tag)
            ziel["bis"] = $"{tag:yyyy-MM-dd}";
        return ziel;
    }
}
