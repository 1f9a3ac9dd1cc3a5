using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Handover and return between placement and Fallmanagement, and emergencies, with what their silence brings (R07, R08, R28).</summary>
public sealed class WhenHandoverReturnAndEmergencyTakeTime : IAsyncLifetime
{
    private static readonly DateOnly Montag = Gemeinsam.Heute;

    private FallWorkflowApp _app = null!;
    private Sitzung _fallmanagerin = null!;
    private Sitzung _vermittlerin = null!;
    private Sitzung _leitung = null!;

    /// <summary>A program for each test: what falls due on which day is told from one Monday.</summary>
    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync();
        _fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        _vermittlerin = await _app.SignInAsync(Testjobcenter.Vermittlerin);
        _leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_handover_is_accepted_queried_or_declined_and_silence_goes_to_the_team_lead()
    {
        var (still, gefragt, abgelehnt) = (await Einstiegsprobe.HandOverAsync(_app), await Einstiegsprobe.HandOverAsync(_app), await Einstiegsprobe.HandOverAsync(_app));
        await (await _vermittlerin.PostAsync($"/api/faelle/{gefragt.Fall}/eintraege/UebergabeAngenommen", new { wirksamAm = Montag, daten = new { fallmanagerId = Testjobcenter.Fallmanagerin } }))
            .ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        (await gefragt.RefusedAtAsync("UebergabeNachgefragt", "frage", new { frage = " " })).ShouldContain("füllen Sie dieses Feld aus");
        await gefragt.RecordAsync("UebergabeNachgefragt", new { frage = "Gibt es ein Gutachten?" });
        (await _vermittlerin.TasksOfAsync(gefragt.Fall)).ShouldBe(["Nachfrage"]);
        var antwort = new Fallprobe(gefragt.Fall, _vermittlerin);
        (await antwort.RefusedAtAsync("NachfrageBeantwortet", "antwort", new { antwort = " " })).ShouldContain("füllen Sie dieses Feld aus");
        await antwort.RecordAsync("NachfrageBeantwortet", new { antwort = "Ja, vom Dezember." });
        (await gefragt.OpenAsync()).ShouldBe(["Uebergabe"], "the handover itself is still to be answered");
        await gefragt.AcceptAsync();
        (await gefragt.ReadAsync()).GetProperty("fallmanagerId").GetString().ShouldBe(Testjobcenter.Fallmanagerin);
        foreach (var (art, daten) in new (string, object)[] { ("UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin }), ("UebergabeNachgefragt", new { frage = "noch eine?" }), ("UebergabeAbgelehnt", new { begruendung = "doch nicht", wieGehtEsWeiter = "Vermittlung" }) })
            await gefragt.ShouldRefuseAsync("UebergabeDarfNochNichtAngenommenSein", "Laden Sie die Seite neu", art, daten);

        (await abgelehnt.RefusedAtAsync("UebergabeAbgelehnt", "begruendung", new { begruendung = " ", wieGehtEsWeiter = "Vermittlung" })).ShouldContain("füllen Sie dieses Feld aus");
        await abgelehnt.RecordAsync("UebergabeAbgelehnt", new { begruendung = "Es fehlt nur ein Sprachkurs.", wieGehtEsWeiter = "Sprachkurs über die Vermittlung" });
        (await abgelehnt.StatusAsync()).ShouldBe("NichtAufgenommen");
        await abgelehnt.ShouldRefuseAsync("UeberAufnahmeDarfNochNichtEntschiedenSein", "Berichtigen Sie", "UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin });

        await _app.AdvanceToAsync(Montag.AddDays(7));
        (await _leitung.TasksOfAsync(still.Fall)).ShouldNotContain("UebergabeUnbeantwortet", "five Werktage are the time to answer");
        await _app.AdvanceToAsync(Montag.AddDays(8));
        (await still.OpenAsync()).ShouldBe(["Uebergabe", "UebergabeUnbeantwortet"]);
        (await _leitung.TasksOfAsync(still.Fall)).ShouldContain("UebergabeUnbeantwortet");
        foreach (var beantwortet in new[] { gefragt, abgelehnt })
            (await beantwortet.OpenAsync()).ShouldNotContain("UebergabeUnbeantwortet");
        await _leitung.RecordAsync(still.Fall, "UebergabeAngenommen", Montag.AddDays(8), new { fallmanagerId = Testjobcenter.Fallmanagerin });
        (await still.OpenAsync()).ShouldBe(["Erstgespraech"]);
    }

    [Fact]
    public async Task A_return_carries_reason_goals_and_referrals_and_ends_the_Fall_only_once_placement_has_confirmed()
    {
        var angefragt = await Einstiegsprobe.HandOverAsync(_app);
        await angefragt.ShouldRefuseAsync("FallMussLaufen", "läuft nicht", "RueckgabeErklaert", Rueckgabe());
        await new Fallprobe(angefragt.Fall, _vermittlerin).ShouldRefuseAsync("RueckgabeMussErklaertSein", "muss sie zuerst erklären", "RueckgabeBestaetigt", new { });

        var probe = new Fallprobe(await Beispieldaten.AdmitAsync(_app, Montag), _fallmanagerin);
        var vermittlung = new Fallprobe(probe.Fall, _vermittlerin);
        await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel("z", "Schulden geregelt"));
        await probe.RecordAsync("ZuweisungVereinbart", Beispieldaten.Zuweisung($"Z-{probe.Fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        var formular = WebUtility.HtmlDecode(await _fallmanagerin.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/RueckgabeErklaert"));
        foreach (var bekannt in new[] { "Schulden geregelt: offen", "Beratung: Gesendet" })
            formular.ShouldContain(bekannt);
        foreach (var feld in new[] { "begruendung", "zielstand", "offeneZuweisungen" })
            (await probe.RefusedAtAsync("RueckgabeErklaert", feld, Rueckgabe(feld))).ShouldContain("füllen Sie dieses Feld aus");
        (await _vermittlerin.Http.GetAsync($"/api/faelle/{probe.Fall}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await probe.RecordAsync("RueckgabeErklaert", Rueckgabe());
        await probe.ShouldRefuseAsync("RueckgabeDarfNichtErklaertSein", "schon erklärt", "RueckgabeErklaert", Rueckgabe());
        (await _vermittlerin.TasksOfAsync(probe.Fall)).ShouldBe(["Rueckgabe"]);
        var daten = (await vermittlung.AkteAsync("RueckgabeErklaert")).ShouldHaveSingleItem().GetProperty("daten");
        new[] { "begruendung", "zielstand", "offeneZuweisungen" }.Select(f => daten.GetProperty(f).GetString()).ShouldBe(["Arbeit ist in Reichweite.", "Schulden geregelt: fast", "Schuldnerberatung läuft"]);
        await vermittlung.RecordAsync("RueckspracheVerlangt", new { vonSeite = "Vermittlung", anlass = "Welche Stelle?" });
        await vermittlung.ShouldRefuseAsync("RueckspracheMussGefuehrtSein", "zuerst die Notiz", "RueckgabeBestaetigt", new { });
        await probe.RecordAsync("RueckspracheGefuehrt", new { notiz = "Lager, ab Februar." });

        await _app.AdvanceToAsync(Montag.AddDays(7));
        (await probe.OpenAsync()).ShouldNotContain("RueckgabeUnbestaetigt");
        await _app.AdvanceToAsync(Montag.AddDays(8));
        (await _leitung.TasksOfAsync(probe.Fall)).ShouldContain("RueckgabeUnbestaetigt");
        (await probe.OpenAsync()).ShouldNotContain("FallBeenden", "nobody falls between two desks");
        (await probe.StatusAsync()).ShouldBe("Laufend");
        await vermittlung.RecordAsync("RueckgabeBestaetigt", new { });
        var offen = await probe.OpenAsync();
        offen.ShouldContain("FallBeenden");
        offen.ShouldNotContain("RueckgabeUnbestaetigt");
        offen.ShouldNotContain("Rueckgabe");
        await probe.RecordAsync("FallBeendet", new { grund = "RueckgabeAnVermittlung", begruendung = "Vermittlung übernimmt.", gespraechAngeboten = true });
        (await probe.StatusAsync()).ShouldBe("Beendet");
    }

    [Fact]
    public async Task An_emergency_is_possible_at_once_moves_nothing_else_and_cannot_be_overlooked()
    {
        var (frueh, probe) = (await Einstiegsprobe.HandOverAsync(_app), new Fallprobe(await Beispieldaten.AdmitAsync(_app, Montag), _fallmanagerin));
        (await frueh.OpenAsync()).ShouldBe(["Uebergabe"]);
        await frueh.RecordAsync("NotfallGemeldet", Notfall("n"));
        (await frueh.OpenAsync()).ShouldBe(["Notfall", "Uebergabe"], "before anybody has accepted the handover");

        foreach (var feld in new[] { "notfallId", "anlass", "sofortmassnahme" })
            (await probe.RefusedAtAsync("NotfallGemeldet", feld, Notfall("n", feld))).ShouldContain("füllen Sie dieses Feld aus");
        await probe.ShouldRefuseAsync("NotfallMussOffenSein", "Wählen Sie einen gemeldeten Notfall", "NotfallVersorgt", new { notfallId = "n", ergebnis = "Räumung abgewendet" });
        var vorher = await DatesAsync(probe);
        var phase = (await probe.ReadAsync()).GetProperty("phasen").GetRawText();
        await probe.RecordAsync("NotfallGemeldet", Notfall("n"));
        (await DatesAsync(probe)).Except(vorher).ShouldHaveSingleItem().ShouldContain("Notfall");
        vorher.Except(await DatesAsync(probe)).ShouldBeEmpty("no other date moves");
        (await probe.ReadAsync()).GetProperty("phasen").GetRawText().ShouldBe(phase);

        await probe.RecordAsync("NotfallGemeldet", Notfall("m"));
        await _app.AdvanceToAsync(Montag.AddDays(1));
        (await EscalationsAsync(probe)).ShouldBeEmpty();
        await _app.AdvanceToAsync(Montag.AddDays(2));
        (await EscalationsAsync(probe)).ShouldBe(["Notfall ist noch nicht versorgt", "Notfall ist noch nicht versorgt"]);
        (await OpenEmergenciesAsync(probe)).ShouldBe(["m", "n"]);
        await probe.RecordAsync("NotfallVersorgt", new { notfallId = "n", ergebnis = "Räumung abgewendet" });
        (await OpenEmergenciesAsync(probe)).ShouldBe(["m"], "each is looked after by itself");
        await probe.RecordAsync("NotfallVersorgt", new { notfallId = "m", ergebnis = "Strom läuft wieder" });
        (await OpenEmergenciesAsync(probe)).ShouldBeEmpty();

        await probe.RecordAsync("FallBeendet", new { grund = "Umzug", begruendung = "weggezogen", gespraechAngeboten = true });
        await probe.ShouldRefuseAsync("FallDarfNichtBeendetSein", "nur noch als Berichtigung", "NotfallGemeldet", Notfall("o"));
    }

    private static Dictionary<string, string> Rueckgabe(string? leer = null) => Blank(leer, new()
    {
        ["begruendung"] = "Arbeit ist in Reichweite.",
        ["zielstand"] = "Schulden geregelt: fast",
        ["offeneZuweisungen"] = "Schuldnerberatung läuft",
    });

    private static Dictionary<string, string> Notfall(string id, string? leer = null) => Blank(leer, new()
    {
        ["notfallId"] = id,
        ["anlass"] = "Räumung steht bevor",
        ["sofortmassnahme"] = "Anruf beim Gericht",
    });

    private static Dictionary<string, string> Blank(string? feld, Dictionary<string, string> daten)
    {
        if (feld is not null)
            daten[feld] = "  ";
        return daten;
    }

    private static async Task<List<string>> DatesAsync(Fallprobe probe) =>
        [.. (await probe.ReadAsync()).GetProperty("naechsteTermine").EnumerateArray().Select(t => $"{t.GetProperty("bezeichnung")} {t.GetProperty("zeitpunkt")}")];

    private static async Task<List<string?>> OpenEmergenciesAsync(Fallprobe probe) =>
        [.. (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray()
            .Where(a => a.GetProperty("art").GetString() == "Notfall" && a.GetProperty("status").GetString() == "Offen")
            .Select(a => a.GetProperty("bezug").GetString()).Order(StringComparer.Ordinal)];

    private static async Task<List<string?>> EscalationsAsync(Fallprobe probe) =>
        [.. (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/verlauf")).EnumerateArray()
            .Where(v => v.GetProperty("art").GetString() == "Eskalation").Select(v => v.GetProperty("titel").GetString())];
}
