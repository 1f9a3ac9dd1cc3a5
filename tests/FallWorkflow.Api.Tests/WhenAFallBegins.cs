using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>The talk about the handover, the first interview, the client's own decision, and not being admitted (R03, R06, R09, R11, R13, R14).</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAFallBegins(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task No_Fall_begins_without_the_own_decision_and_a_later_no_leads_to_an_orderly_end()
    {
        var probe = await (await HandOverAsync()).AcceptAsync();
        await probe.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        await NotAdmittedAsync();
        (await probe.RefusedAtAsync("KlientEntschieden", "moechteFallmanagement", new { anmerkung = "weiß noch nicht" })).ShouldContain("füllen Sie dieses Feld aus");
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = false });
        await NotAdmittedAsync();
        (await probe.OpenAsync()).ShouldBe(["Aufnahme"], "before the admission there is nothing to end");

        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        await probe.RecordAsync("FallAufgenommen", new { });
        (await probe.AkteAsync("KlientEntschieden")).Select(e => $"{e.GetProperty("wirksamAm")} {e.GetProperty("erfasstVon")} {e.GetProperty("daten").GetProperty("moechteFallmanagement")}")
            .ShouldBe([$"2027-01-11 {Testjobcenter.Fallmanagerin} False", $"2027-01-11 {Testjobcenter.Fallmanagerin} True"]);

        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = false });
        (await probe.OpenAsync()).ShouldContain("GeordnetBeenden");
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        (await probe.OpenAsync()).ShouldNotContain("GeordnetBeenden");
        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = false });
        (await probe.StatusAsync()).ShouldBe("Laufend", "nothing ends by itself");
        (await probe.RefusedAtAsync("FallBeendet", "gespraechAngeboten", new { grund = "Widerruf", begruendung = "möchte nicht mehr", gespraechAngeboten = false }))
            .ShouldContain("Bieten Sie zuerst ein Abschlussgespräch an");
        await probe.RecordAsync("FallBeendet", new { grund = "Widerruf", begruendung = "möchte nicht mehr", gespraechAngeboten = true });
        (await probe.StatusAsync()).ShouldBe("Beendet");
        (await probe.OpenAsync()).ShouldNotContain("GeordnetBeenden");

        Task NotAdmittedAsync() => probe.ShouldRefuseAsync("KlientMussSichEntschiedenHaben", "Halten Sie die Entscheidung fest", "FallAufgenommen", new { });
    }

    [Fact]
    public async Task Either_side_can_ask_for_a_talk_and_the_handover_waits_for_its_note()
    {
        var uebergabe = JsonSerializer.SerializeToNode(Beispieldaten.Uebergabe)!.AsObject();
        uebergabe["rueckspracheGewuenscht"] = true;
        var (vonVermittlung, vonFallmanagement) = (await Einstiegsprobe.HandOverAsync(gemeinsam.App, uebergabe), await HandOverAsync());
        (await vonFallmanagement.OpenAsync()).ShouldBe(["Uebergabe"]);
        await vonFallmanagement.ShouldRefuseAsync("RueckspracheMussVerlangtSein", "Verlangen Sie zuerst eine Rücksprache", "RueckspracheGefuehrt", new { notiz = "ungefragt" });
        (await vonFallmanagement.RefusedAtAsync("RueckspracheVerlangt", "anlass", new { vonSeite = "Fallmanagement", anlass = " " })).ShouldContain("füllen Sie dieses Feld aus");
        await vonFallmanagement.RecordAsync("RueckspracheVerlangt", new { vonSeite = "Fallmanagement", anlass = "Was ist schon versucht worden?" });

        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        await (await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin)).PostAsync("/api/uebergaben", new { wirksamAm = Gemeinsam.Heute, daten = Beispieldaten.Uebergabe }))
            .ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        foreach (var probe in new[] { vonVermittlung, vonFallmanagement })
        {
            (await probe.OpenAsync()).ShouldBe(["Ruecksprache", "Uebergabe"]);
            await probe.ShouldRefuseAsync("RueckspracheMussGefuehrtSein", "zuerst die Notiz", "UebergabeAngenommen", new { fallmanagerId = Testjobcenter.Fallmanagerin });
            await probe.ShouldRefuseAsync("RueckspracheMussGefuehrtSein", "zuerst die Notiz", "UebergabeAbgelehnt", new { begruendung = "nein", wieGehtEsWeiter = "Vermittlung" });
            (await probe.RefusedAtAsync("RueckspracheGefuehrt", "notiz", new { notiz = " " })).ShouldContain("füllen Sie dieses Feld aus");
            await new Fallprobe(probe.Fall, vermittlerin).RecordAsync("RueckspracheGefuehrt", new { notiz = "Zwei Kurse, beide abgebrochen." });
            (await probe.OpenAsync()).ShouldBe(["Uebergabe"]);
            (await probe.AkteAsync("RueckspracheGefuehrt")).ShouldHaveSingleItem().GetProperty("daten").GetProperty("notiz").GetString().ShouldBe("Zwei Kurse, beide abgebrochen.");
            await probe.AcceptAsync();
            (await probe.OpenAsync()).ShouldBe(["Erstgespraech"]);
        }
    }

    [Theory]
    [InlineData("UebergabeAbgelehnt")]
    [InlineData("NichtAufgenommen")]
    public async Task Nobody_is_turned_away_without_naming_what_comes_next(string art)
    {
        var probe = await HandOverAsync();
        if (art == "NichtAufgenommen")
            await probe.PrepareAsync();
        foreach (var leer in new object[] { new { begruendung = "passt nicht" }, new { begruendung = "passt nicht", wieGehtEsWeiter = "  " } })
            (await probe.RefusedAtAsync(art, "wieGehtEsWeiter", leer)).ShouldNotBeEmpty();
        (await probe.RefusedAtAsync(art, "begruendung", new { begruendung = " ", wieGehtEsWeiter = "Sprachkurs" })).ShouldContain("füllen Sie dieses Feld aus");
        (await probe.StatusAsync()).ShouldBe("Angefragt");

        await probe.RecordAsync(art, new { begruendung = "Es fehlt nur ein Sprachkurs.", wieGehtEsWeiter = "Sprachkurs über die Vermittlung", termin = "2027-01-20" });
        (await probe.StatusAsync()).ShouldBe("NichtAufgenommen");
        var vermittlerin = await gemeinsam.App.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.TasksOfAsync(probe.Fall)).ShouldBe(["Rueckgabe"]);
        var daten = (await new Fallprobe(probe.Fall, vermittlerin).AkteAsync(art)).ShouldHaveSingleItem().GetProperty("daten");
        (daten.GetProperty("wieGehtEsWeiter").GetString(), daten.GetProperty("termin").GetString()).ShouldBe(("Sprachkurs über die Vermittlung", "2027-01-20"));
    }

    [Fact]
    public async Task The_first_interview_has_five_points_each_done_or_skipped_with_its_reason()
    {
        string[] punkte = ["Anlass", "ErlaeuterungFallmanagement", "ErwartungenUndFragen", "ErsteSondierung", "NaechsteSchritte"];
        var probe = await (await HandOverAsync()).AcceptAsync();
        var aufgabe = (await probe.ReadAsync()).GetProperty("aufgaben").EnumerateArray().Single(a => a.GetProperty("art").GetString() == "Erstgespraech");
        aufgabe.GetProperty("beschreibung").GetString().ShouldNotBeNull().ShouldContain("fünf Punkte");
        var formular = WebUtility.HtmlDecode(await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/festhalten/ErstgespraechGefuehrt"));
        foreach (var (punkt, text) in punkte.Zip(["Anlass", "Erläuterung des Fallmanagements", "Erwartungen und Fragen", "Erste Sondierung und Einordnung", "Nächste Schritte"]))
        {
            formular.ShouldContain(text);
            (await RefusedAsync(Agenda(punkte.Where(p => p != punkt), null))).ShouldBe($"Der Punkt „{text}“ fehlt. Kennzeichnen Sie ihn als erledigt oder begründen Sie, warum er ausfiel.");
            (await RefusedAsync(Agenda(punkte, punkt, " "))).ShouldBe($"Der Punkt „{text}“ ist nicht erledigt. Begründen Sie, warum er ausfiel.");
        }

        await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        await probe.ShouldRefuseAsync("ErstgespraechMussGefuehrtSein", "Halten Sie es zuerst fest", "FallAufgenommen", new { });
        await probe.RecordAsync("ErstgespraechGefuehrt", Einstiegsprobe.Erstgespraech(("agenda", Agenda(punkte, "ErsteSondierung", "Die Zeit reichte nicht."))));
        (await probe.OpenAsync()).ShouldBe(["Aufnahme"]);
        (await probe.AkteAsync("ErstgespraechGefuehrt")).ShouldHaveSingleItem().GetProperty("daten").GetProperty("agenda").EnumerateArray()
            .Select(a => $"{a.GetProperty("punkt")} {a.GetProperty("erledigt")} {a.GetProperty("uebersprungen")}")
            .ShouldBe(punkte.Select(p => p == "ErsteSondierung" ? "ErsteSondierung False Die Zeit reichte nicht." : $"{p} True "));
        await probe.RecordAsync("FallAufgenommen", new { });

        Task<string> RefusedAsync(JsonNode agenda) => probe.RefusedAtAsync("ErstgespraechGefuehrt", "agenda", Einstiegsprobe.Erstgespraech(("agenda", agenda)));
    }

    [Fact]
    public async Task A_no_to_work_on_life_circumstances_prevents_the_admission_and_creates_no_duty()
    {
        var (ja, nein) = (await (await HandOverAsync()).AcceptAsync(), await (await HandOverAsync()).AcceptAsync());
        (await nein.RefusedAtAsync("ErstgespraechGefuehrt", "lebensumstaendeGewuenscht", Einstiegsprobe.Erstgespraech(("lebensumstaendeGewuenscht", null)))).ShouldContain("füllen Sie dieses Feld aus");
        await ja.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        await nein.RecordAsync("ErstgespraechGefuehrt", Einstiegsprobe.Erstgespraech(("lebensumstaendeGewuenscht", false)));
        foreach (var probe in new[] { ja, nein })
            await probe.RecordAsync("KlientEntschieden", new { moechteFallmanagement = true });
        await nein.ShouldRefuseAsync("LebensumstaendeMuessenGewuenschtSein", "sprechen Sie weiter oder nehmen Sie die Person nicht auf", "FallAufgenommen", new { });
        (await nein.AkteAsync("ErstgespraechGefuehrt")).ShouldHaveSingleItem().GetProperty("daten").GetProperty("lebensumstaendeGewuenscht").GetBoolean().ShouldBeFalse();
        (await nein.OpenAsync()).ShouldBe(["Aufnahme"]);
        (await DatesAsync(nein)).ShouldBe(await DatesAsync(ja), "nothing falls due because of the no");

        await nein.RecordAsync("GespraechFortgesetzt", new { begruendung = "Die Person möchte noch überlegen." });
        await nein.RecordAsync("ErstgespraechGefuehrt", Beispieldaten.Erstgespraech);
        await nein.RecordAsync("FallAufgenommen", new { });
        (await nein.StatusAsync()).ShouldBe("Laufend");

        static async Task<List<string>> DatesAsync(Fallprobe probe) =>
            [.. (await probe.ReadAsync()).GetProperty("naechsteTermine").EnumerateArray().Select(t => $"{t.GetProperty("bezeichnung")} {t.GetProperty("am")}")];
    }

    [Fact]
    public async Task The_oral_contract_is_a_dated_entry_with_the_rules_of_both_sides_and_asks_for_no_signature()
    {
        var probe = await (await HandOverAsync()).AcceptAsync();
        foreach (var feld in new[] { "inhalt", "regelnKlient", "regelnFallmanagement" })
        {
            var unvollstaendig = JsonSerializer.SerializeToNode(Kontrakt)!.AsObject();
            unvollstaendig[feld] = " ";
            (await probe.RefusedAtAsync("KontraktGeschlossen", feld, unvollstaendig)).ShouldContain("füllen Sie dieses Feld aus");
        }

        var unterschrieben = JsonSerializer.SerializeToNode(Kontrakt)!.AsObject();
        unterschrieben["unterschrift"] = "X";
        (await probe.RefusedAtAsync("KontraktGeschlossen", "unterschrift", unterschrieben)).ShouldContain("Vorgesehen: inhalt, regelnKlient, regelnFallmanagement.");
        var vorher = await probe.OpenAsync();
        await probe.RecordAsync("KontraktGeschlossen", Kontrakt);
        (await probe.OpenAsync()).ShouldBe(vorher, "nobody has to sign");
        var eintrag = (await probe.AkteAsync("KontraktGeschlossen")).ShouldHaveSingleItem();
        (eintrag.GetProperty("wirksamAm").GetString(), eintrag.GetProperty("besprechung").GetString()).ShouldBe(("2027-01-11", "Besprochen"));
        eintrag.GetProperty("daten").EnumerateObject().Where(f => f.Name != "bezug").Select(f => (f.Name, f.Value.GetString()))
            .ShouldBe(JsonSerializer.SerializeToElement(Kontrakt).EnumerateObject().Select(f => (f.Name, f.Value.GetString())));

        await probe.RecordAsync("NichtAufgenommen", new { begruendung = "anders entschieden", wieGehtEsWeiter = "Vermittlung" });
        await probe.ShouldRefuseAsync("FallDarfNichtBeendetSein", "nur noch als Berichtigung", "KontraktGeschlossen", Kontrakt);
    }

    private static readonly object Kontrakt = new
    {
        inhalt = "Wir ordnen zuerst die Post.",
        regelnKlient = "Ich sage ab, wenn ich nicht kann.",
        regelnFallmanagement = "Ich rufe zurück, spätestens am nächsten Tag.",
    };

    private static JsonNode Agenda(IEnumerable<string> punkte, string? ausgefallen, string? grund = null) =>
        JsonSerializer.SerializeToNode(punkte.Select(punkt => new { punkt, erledigt = punkt != ausgefallen, uebersprungen = punkt == ausgefallen ? grund : null }))!;

    private Task<Fallprobe> HandOverAsync() => Einstiegsprobe.HandOverAsync(gemeinsam.App);
}
