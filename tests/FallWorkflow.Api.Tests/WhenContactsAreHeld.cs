using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Rhythm, missed contacts, forms and notes (R49–R52); today is Monday, 11 January 2027, the Fälle began a week before.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenContactsAreHeld(Gemeinsam gemeinsam)
{
    private static readonly DateOnly Aufnahme = Gemeinsam.Heute.AddDays(-7);

    [Fact]
    public async Task The_rhythm_of_one_Fall_is_changed_with_a_reason_and_its_running_timer_follows_at_once()
    {
        var (probe, anderer) = (await AdmitAsync(), await AdmitAsync());
        (await probe.RefusedAtAsync("RhythmusGeaendert", "begruendung", new { wochen = 2, begruendung = " " })).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        foreach (var wochen in new[] { 0, 27 })
            (await probe.RefusedAtAsync("RhythmusGeaendert", "wochen", new { wochen, begruendung = "Krise" })).ShouldBe("Der Rhythmus muss zwischen 1 und 26 Wochen liegen.");
        (await WindowAsync(probe)).ShouldBe("2027-02-01", "four weeks after the admission");

        await probe.RecordAsync("RhythmusGeaendert", new { wochen = 2, begruendung = "Krise in der Familie" });
        (await WindowAsync(probe)).ShouldBe("2027-01-18");
        await probe.RecordAsync("RhythmusGeaendert", new { wochen = 6, begruendung = "Es geht wieder besser." });
        (await WindowAsync(probe)).ShouldBe("2027-02-15");

        (await probe.ReadAsync()).GetProperty("rhythmusWochen").GetInt32().ShouldBe(6);
        (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/verlauf")).EnumerateArray().Where(v => Text(v, "art") == "FristVerschoben")
            .Count(v => v.GetRawText().Contains("Krise in der Familie", StringComparison.Ordinal)).ShouldBe(1, "the reason stands where the date was moved");
        (await WindowAsync(anderer)).ShouldBe("2027-02-01", "the rhythm is that of one person");
    }

    [Fact]
    public async Task A_missed_one_is_refused_before_the_day_of_its_appointment_and_restarts_no_window()
    {
        var probe = await AdmitAsync();
        await probe.RecordAsync("TerminVereinbart", Termin("heute", Gemeinsam.Heute));
        await probe.RecordAsync("TerminVereinbart", Termin("morgen", Gemeinsam.Heute.AddDays(1)));

        await RefusedAsync("morgen", "TerminMussErreichtSein", "Verschieben Sie den Termin oder sagen Sie ihn ab");
        (await StateAsync("morgen")).ShouldBe("Vereinbart");
        await probe.RecordAsync("KontaktAusgefallen", new { grund = "nicht erschienen", terminId = "heute" });

        (await StateAsync("heute")).ShouldBe("Ausgefallen");
        await RefusedAsync("heute", "TerminMussOffenSein", "vereinbaren Sie einen neuen");
        (await probe.AkteAsync("KontaktAusgefallen")).ShouldHaveSingleItem().GetProperty("daten").GetProperty("grund").GetString().ShouldBe("nicht erschienen");
        (await WindowAsync(probe)).ShouldBe("2027-02-01", "it counts from the last contact that was held");
        Text(await probe.ReadAsync(), "letzterKontaktAm").ShouldBe("2027-01-04");
        await probe.RecordAsync("KontaktGehalten", Beispieldaten.Kontakt);
        (await WindowAsync(probe)).ShouldBe("2027-02-08", "one that was held does restart it");

        async Task RefusedAsync(string terminId, string regel, string rat)
        {
            var antwort = await probe.Sitzung.PostAsync(
                $"/api/faelle/{probe.Fall}/eintraege/KontaktAusgefallen", new { wirksamAm = Gemeinsam.Heute, daten = new { grund = "nicht erschienen", terminId } });
            var problem = await antwort.ShouldBeProblemAsync(System.Net.HttpStatusCode.Conflict, "regel-verletzt");
            (Text(problem, "regel"), Text(problem, "feld")).ShouldBe((regel, "terminId"));
            Text(problem, "detail")!.ShouldContain(rat);
        }

        async Task<string?> StateAsync(string id) =>
            Text((await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/termine")).EnumerateArray().Single(t => Text(t, "terminId") == id), "stand");
    }

    [Fact]
    public async Task Each_has_a_form_and_the_shares_of_the_forms_are_reported()
    {
        string[] formen = ["Buero", "Telefon", "BeimTraeger", "Spaziergang", "Hausbesuch", "Video"];
        var probe = await AdmitAsync();
        (await probe.RefusedAtAsync("KontaktGehalten", "form", new { themen = "x" })).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await probe.RefusedAtAsync("KontaktGehalten", "form", new { form = "Brieftaube", themen = "x" })).ShouldContain(string.Join(", ", formen));
        var vorher = await SharesAsync();

        foreach (var form in formen.Append("Spaziergang"))
            await probe.RecordAsync("KontaktGehalten", new { form, themen = "x" });

        var nachher = await SharesAsync();
        formen.Select(f => nachher[f].Anzahl - vorher.GetValueOrDefault(f).Anzahl).ShouldBe([1, 1, 1, 2, 1, 1]);
        double alle = nachher.Values.Sum(n => n.Anzahl);
        foreach (var (anzahl, anteil) in nachher.Values)
            anteil.ShouldBe(anzahl / alle, 1e-9);
        (await probe.AkteAsync("KontaktGehalten")).Select(e => Text(e.GetProperty("daten"), "form")).ShouldBe([.. formen, "Spaziergang"]);

        async Task<Dictionary<string, (int Anzahl, double Anteil)>> SharesAsync() =>
            (await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync("/api/statistik/kontaktformen?von=2027-01-11&bis=2027-01-11"))
                .GetProperty("ergebnis").EnumerateArray().ToDictionary(k => Text(k, "form")!, k => (k.GetProperty("anzahl").GetInt32(), k.GetProperty("anteil").GetDouble()));
    }

    [Fact]
    public async Task A_note_holds_topics_agreements_and_the_next_step_and_one_talk_serves_several_purposes()
    {
        var probe = await AdmitAsync();
        var ausgefallen = await probe.RecordAsync("KontaktAusgefallen", new { grund = "krank" });
        await probe.RecordAsync("TerminVereinbart", Termin("t", Gemeinsam.Heute));
        (await probe.RefusedAtAsync("KontaktGehalten", "themen", new { form = "Buero", themen = " " })).ShouldBe("Bitte füllen Sie dieses Feld aus.");
        (await probe.RefusedAtAsync("KontaktGehalten", "naechsterSchritt", new { form = "Buero", themen = "x", naechsterSchritt = new string('x', 10_001) })).ShouldContain("10000");
        (await probe.RefusedByAsync("KontaktGehalten", new { form = "Buero", themen = "x", besprochen = new[] { Guid.NewGuid() } })).ShouldBe("BesprochenesMussBestehen");
        (await probe.AkteAsync("KontaktGehalten")).ShouldBeEmpty();

        await probe.RecordAsync("KontaktGehalten", new
        {
            form = "Buero",
            themen = "Schulden, Wohnung",
            vereinbarungen = "Briefe werden gesammelt.",
            naechsterSchritt = "Am Freitag zur Beratung",
            besprochen = new[] { ausgefallen },
            terminId = "t",
        });

        var notiz = (await probe.AkteAsync("KontaktGehalten")).ShouldHaveSingleItem().GetProperty("daten");
        (Text(notiz, "themen"), Text(notiz, "vereinbarungen"), Text(notiz, "naechsterSchritt")).ShouldBe(("Schulden, Wohnung", "Briefe werden gesammelt.", "Am Freitag zur Beratung"));
        Text((await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/termine")).EnumerateArray().ShouldHaveSingleItem(), "stand").ShouldBe("Gehalten");
        (await probe.VerstehenAsync()).GetProperty("zuBesprechen").EnumerateArray().Select(e => Text(e, "art")).ShouldNotContain("KontaktAusgefallen");
        Text((await probe.AkteAsync("KontaktAusgefallen")).ShouldHaveSingleItem(), "besprochenAm").ShouldBe("2027-01-11");
    }

    private async Task<Fallprobe> AdmitAsync() =>
        new(await Beispieldaten.AdmitAsync(gemeinsam.App, Aufnahme), await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin));

    /// <summary>The day on which the next contact becomes a task.</summary>
    private static async Task<string?> WindowAsync(Fallprobe probe) =>
        Text((await probe.ReadAsync()).GetProperty("naechsteTermine").EnumerateArray().Single(t => Text(t, "bezeichnung") == "Kontaktfenster abwarten"), "am");

    private static object Termin(string terminId, DateOnly am) => new { terminId, am, um = "10:00", dauer = 45, form = "Buero", zweck = "Gespraech", ort = "Zimmer 204" };

    private static string? Text(JsonElement element, string feld) => element.GetProperty(feld).GetString();
}
