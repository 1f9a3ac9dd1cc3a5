using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Six months after the takeover on 2027-01-11 in Bayern: every date counts from the original days, then from what is recorded here.</summary>
public sealed class WhenATakenOverFallGoesOn : IAsyncLifetime
{
    private FallWorkflowApp _app = null!;
    private Sitzung _leitung = null!;
    private Sitzung _fallmanagerin = null!;
    private Guid _fall;

    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync();
        _leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        _fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Contact_review_and_duration_come_when_they_are_due()
    {
        await TakeOverAsync(("Aufgenommen am", "16.06.2025"), ("Einwilligung am", "16.06.2025"), ("Übergeben am", "02.06.2025"));

        // Last contact on Mon 2026-12-14: window of 4 to 6 weeks, so it ends on Mon 2027-01-25.
        await ShouldAskAsync("2027-01-11", "Kontakt führen bis 2027-01-25");
        await ShouldAskAsync("2027-01-26", "Kontakt führen bis 2027-01-25 überfällig");
        (await MailsAsync("Kontakt ist überfällig")).ShouldBe(1);
        await _fallmanagerin.RecordAsync(_fall, "KontaktGehalten", new(2027, 1, 26), Beispieldaten.Kontakt);
        await ShouldAskAsync("2027-02-22");
        await ShouldAskAsync("2027-02-23", "Kontakt führen bis 2027-03-09");
        await _fallmanagerin.RecordAsync(_fall, "KontaktGehalten", new(2027, 2, 23), Beispieldaten.Kontakt);

        // Last review on 2026-09-16: the next one on Tue 2027-03-16, a reminder 14 days before.
        (await MailsAsync("Überprüfung des Kooperationsplans steht an")).ShouldBe(0);
        await ShouldAskAsync("2027-03-02");
        (await MailsAsync("Überprüfung des Kooperationsplans steht an")).ShouldBe(1);

        // 24 months from Mon 2025-06-16 end on Wed 2027-06-16; the warning comes 3 months before, on the day of the review.
        await ShouldAskAsync("2027-03-16", "Dauergrenze: über Ende oder Verlängerung entscheiden bis 2027-06-16", "Überprüfung des Kooperationsplans bis 2027-03-16");
        await _fallmanagerin.RecordAsync(_fall, "PlanUeberprueft", new(2027, 3, 16), new { ergebnis = "Weiterfuehren", anmerkung = "läuft gut" });
        await _fallmanagerin.RecordAsync(_fall, "DauerVerlaengert", new(2027, 3, 16), new { monate = 6, begruendung = "Kurs läuft noch" });
        await _fallmanagerin.RecordAsync(_fall, "KontaktGehalten", new(2027, 3, 16), Beispieldaten.Kontakt);
        await ShouldAskAsync("2027-04-13", "Kontakt führen bis 2027-04-27");
        await _fallmanagerin.RecordAsync(_fall, "KontaktGehalten", new(2027, 4, 13), Beispieldaten.Kontakt);

        // Extended to 2027-12-16: warned on 2027-09-16, which is the day of the next review as well.
        await ShouldAskAsync("2027-07-12", "Kontakt führen bis 2027-05-25 überfällig");
        (await _leitung.GetAsync($"/api/faelle/{_fall}")).GetProperty("phase").GetString().ShouldBe("Umsetzung");
    }

    [Fact]
    public async Task What_happened_before_is_neither_held_nor_missed_in_the_figures()
    {
        await TakeOverAsync();
        await _fallmanagerin.RecordAsync(_fall, "KontaktGehalten", new(2027, 1, 11), Beispieldaten.Kontakt);
        var treue = (await _leitung.GetAsync("/api/statistik/kontakttreue?von=2026-01-01&bis=2027-03-31")).GetProperty("ergebnis");
        (treue.GetProperty("eingehalten").GetInt32(), treue.GetProperty("versaeumt").GetInt32()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task It_can_be_ended_and_returned_to_who_handed_over()
    {
        await TakeOverAsync(("Integrationsfachkraft", Testjobcenter.Vermittlerin));
        await _fallmanagerin.RecordAsync(_fall, "RueckgabeErklaert", new(2027, 1, 11), new { begruendung = "Arbeit gefunden", zielstand = "erreicht", offeneZuweisungen = "keine" });
        var vermittlerin = await _app.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.GetAsync("/api/aufgaben")).EnumerateArray().ShouldContain(a => a.GetProperty("fallId").GetGuid() == _fall);
    }

    [Fact]
    public async Task Where_a_process_would_stop_nothing_is_taken_over_yet()
    {
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var kaputt = System.Text.Json.Nodes.JsonNode.Parse((await designer.GetAsync("/api/prozesse/kontaktrhythmus/1")).ToString())!;
        var fenster = kaputt["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == "KontaktfensterAbwarten")!;
        fenster["wert"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "typeName": "String", "expression": { "type": "JavaScript", "value": "(function () { throw new Error('gibt es nicht'); })()" } }""");
        (await designer.PostTextAsync("/api/prozesse", kaputt.ToJsonString())).EnsureSuccessStatusCode();
        (await _leitung.ImportAsync(Uebernahmeprobe.Csv([("Schlüssel", "1")]))).Lines().Single().ShouldStartWith("Fehlerhaft –: Der Prozess „kontaktrhythmus“ bleibt mit einer Störung stehen.");
        (await _leitung.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(0);
    }

    private async Task TakeOverAsync(params (string Spalte, string Wert)[] angaben)
    {
        var bericht = await _leitung.ImportAsync(Uebernahmeprobe.Csv(angaben));
        bericht.Lines().ShouldBe(["Uebernommen"]);
        _fall = bericht.Single().GetProperty("fallId").GetGuid();
    }

    private async Task ShouldAskAsync(string tag, params string[] aufgaben)
    {
        var am = DateOnly.ParseExact(tag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (am > await _app.TodayAsync())
            await _app.AdvanceToAsync(am);
        (await _leitung.GetAsync($"/api/faelle/{_fall}")).GetProperty("aufgaben").EnumerateArray().Where(a => a.GetProperty("status").GetString() == "Offen")
            .Select(a => $"{a.GetProperty("titel")}{(a.GetProperty("faelligAm") is { ValueKind: JsonValueKind.String } bis ? $" bis {bis}" : "")}{(a.GetProperty("istUeberfaellig").GetBoolean() ? " überfällig" : "")}")
            .Order(StringComparer.Ordinal).ShouldBe(aufgaben, ignoreOrder: false, customMessage: tag);
    }

    private async Task<int> MailsAsync(string titel) =>
        (await _leitung.GetAsync($"/api/faelle/{_fall}/verlauf")).EnumerateArray().Count(v => v.GetProperty("titel").GetString() == titel && v.GetProperty("art").GetString() is "Erinnerung" or "Eskalation");
}
