using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>The joint evaluation, the end without it, and taking up again (R72, R74, R75); today is Monday, 11 January 2027.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAFallEnds(Gemeinsam gemeinsam)
{
    [Theory]
    [InlineData("situationDamalsUndHeute")]
    [InlineData("zielerreichung")]
    [InlineData("wasGeholfenHat")]
    [InlineData("verbleibendeSchritte")]
    [InlineData("standDerAngebote")]
    public async Task Closing_asks_each_of_the_five_questions(string frage)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        foreach (var leer in new[] { null, "", "  " })
        {
            var ohne = Abschluss();
            ohne[frage] = leer;
            (await probe.RefusedAtAsync("FallAbgeschlossen", frage, ohne)).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        }

        Text(await probe.ReadAsync(), "status").ShouldBe("Laufend");
        await probe.RecordAsync("FallAbgeschlossen", Abschluss());

        Text((await probe.AkteAsync("FallAbgeschlossen")).ShouldHaveSingleItem().GetProperty("daten"), frage).ShouldBe($"Antwort auf {frage}");
        var fall = await probe.ReadAsync();
        (Text(fall, "status"), Text(fall, "phase"), Text(fall, "abgeschlossenAm")).ShouldBe(("Nachbetreuung", "Nachbetreuung", "2027-01-11"));
    }

    [Fact]
    public async Task It_is_closed_once_and_what_still_lacks_is_a_gap()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var abschluss = Abschluss();
        abschluss["fehlendeAngebote"] = new JsonArray(new JsonObject { ["art"] = "Therapie", ["gebiet"] = " ", ["seit"] = "2027-01-01" });
        (await probe.RefusedAtAsync("FallAbgeschlossen", "fehlendeAngebote[0].gebiet", abschluss)).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        abschluss["fehlendeAngebote"]![0]!["gebiet"] = "Langwasser";
        await probe.RecordAsync("FallAbgeschlossen", abschluss);

        Text((await probe.AkteAsync("AngebotFehlt")).ShouldHaveSingleItem().GetProperty("daten").GetProperty("angebot"), "gebiet").ShouldBe("Langwasser");
        (await probe.RefusedByAsync("FallAbgeschlossen", Abschluss())).ShouldBe("FallMussLaufen");
    }

    [Theory]
    [InlineData("Widerruf")]
    [InlineData("Umzug")]
    [InlineData("NichtErreichbar")]
    [InlineData("RueckgabeAnVermittlung")]
    [InlineData("Sonstiger")]
    public async Task An_end_without_joint_talk_needs_a_reason_and_offers_the_talk(string grund)
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var id = $"Z-{probe.Fall:N}";
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung(id, Testjobcenter.Schuldnerberatung, "Name"));
        (await probe.RefusedAtAsync("FallBeendet", "gespraechAngeboten", new { grund, begruendung = "zieht weg", gespraechAngeboten = false })).ShouldBe("Bieten Sie zuerst ein Abschlussgespräch an und kennzeichnen Sie es.");
        (await probe.RefusedAtAsync("FallBeendet", "begruendung", new { grund, begruendung = " ", gespraechAngeboten = true })).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await probe.RefusedAtAsync("FallBeendet", "grund", new { grund = "Frist", begruendung = "zieht weg", gespraechAngeboten = true })).ShouldContain(grund);
        Text(await probe.ReadAsync(), "status").ShouldBe("Laufend");

        await probe.RecordAsync("FallBeendet", new { grund, begruendung = "zieht weg", gespraechAngeboten = true });

        var fall = await probe.ReadAsync();
        (Text(fall, "status"), Text(fall, "beendetAm"), Text(fall.GetProperty("zuweisungen")[0], "stand")).ShouldBe(("Beendet", "2027-01-11", "Zurueckgezogen"));
        fall.GetProperty("aufgaben").EnumerateArray().Where(a => Text(a, "status") == "Offen").Select(a => Text(a, "art")).ShouldBe(["Aufbewahrung"]);
        var daten = (await probe.AkteAsync("FallBeendet")).ShouldHaveSingleItem().GetProperty("daten");
        (Text(daten, "grund"), Text(daten, "begruendung"), daten.GetProperty("gespraechAngeboten").GetBoolean()).ShouldBe((grund, "zieht weg", true));
        (await probe.RefusedByAsync("FallBeendet", new { grund, begruendung = "noch einmal", gespraechAngeboten = true })).ShouldBe("FallDarfNichtBeendetSein");
    }

    [Fact]
    public async Task It_is_taken_up_again_from_aftercare_without_a_new_entry_check()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        (await probe.RefusedByAsync("FallWiederAufgenommen", new { anlass = "Rückfall" })).ShouldBe("FallMussInNachbetreuungSein", "it still runs");
        await probe.RecordAsync("RhythmusGeaendert", new { wochen = 2, begruendung = "Krise" });
        await probe.RecordAsync("FallAbgeschlossen", Abschluss());
        (await probe.RefusedAtAsync("FallWiederAufgenommen", "anlass", new { anlass = " " })).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        Text(await probe.ReadAsync(), "status").ShouldBe("Nachbetreuung");

        await probe.RecordAsync("FallWiederAufgenommen", new { anlass = "Die Wohnung ist gekündigt." });

        var fall = await probe.ReadAsync();
        (Text(fall, "status"), Text(fall, "phase"), Text(fall, "abgeschlossenAm"), fall.GetProperty("rhythmusWochen").ValueKind).ShouldBe(("Laufend", "Assessment", null, JsonValueKind.Null));
        fall.GetProperty("aufgaben").EnumerateArray().Where(a => Text(a, "status") == "Offen").Select(a => Text(a, "art")).ShouldBe(["Assessment"], "no handover, no first interview, no decision on the entry");
        Next(fall).ShouldBe(["Kontaktfenster abwarten 2027-02-08", "Bis zur Warnung 2028-10-11"], "nothing of the aftercare is left");
        (await probe.AkteAsync("Uebergeben")).ShouldHaveSingleItem();
        await probe.RecordAsync("FallBeendet", new { grund = "Umzug", begruendung = "zieht weg", gespraechAngeboten = true });
        var problem = await (await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/FallWiederAufgenommen", new { wirksamAm = Gemeinsam.Heute, daten = new { anlass = "x" } }))
            .ShouldBeProblemAsync(System.Net.HttpStatusCode.Conflict, "regel-verletzt");
        (Text(problem, "regel"), Text(problem, "detail")).ShouldBe(
            ("FallMussInNachbetreuungSein", "Wieder aufnehmen lässt sich nur ein Fall in der Nachbetreuung. Nach deren Ende ist eine neue Übergabe nötig."));

        static List<string> Next(JsonElement fall) => [.. fall.GetProperty("naechsteTermine").EnumerateArray().Select(t => $"{Text(t, "bezeichnung")} {Text(t, "am")}")];
    }

    private static JsonObject Abschluss()
    {
        var daten = new JsonObject { ["arbeitGefunden"] = false };
        foreach (var frage in new[] { "situationDamalsUndHeute", "zielerreichung", "wasGeholfenHat", "verbleibendeSchritte", "standDerAngebote" })
            daten[frage] = $"Antwort auf {frage}";
        return daten;
    }

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
