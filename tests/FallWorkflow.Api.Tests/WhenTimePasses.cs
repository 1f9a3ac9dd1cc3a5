using System.Net;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>With an app of its own, since the clock is everybody's.</summary>
public sealed class WhenTimePasses : IAsyncLifetime
{
    private static readonly DateOnly Beginn = new(2027, 1, 11);
    private FallWorkflowApp _app = null!;

    public async Task InitializeAsync() => _app = await FallWorkflowApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_contact_task_appears_after_four_weeks_and_is_overdue_after_six()
    {
        await Beispieldaten.AdmitAsync(_app, Beginn);
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);

        await _app.AdvanceToAsync(new DateTimeOffset(2027, 2, 8, 6, 59, 59, TimeSpan.Zero));
        (await KontaktAsync(fallmanagerin)).ShouldBeNull();
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 8));
        (await KontaktAsync(fallmanagerin)).ShouldBe(("2027-02-22", false));
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 23));
        (await KontaktAsync(fallmanagerin)).ShouldBe(("2027-02-22", true));
    }

    [Fact]
    public async Task A_new_concept_moves_the_running_timers_and_the_journal_keeps_old_new_and_reason()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Beginn);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var antwort = await leitung.PostAsync("/api/fachkonzepte", new
        {
            gueltigAb = Beginn,
            fristen = new Dictionary<string, string> { ["Kontaktfenster.Beginn"] = "3 Wochen" },
            begruendung = "Engere Begleitung",
        });
        (await Sitzung.ReadAsync(antwort)).GetProperty("neuBerechnet").GetInt32().ShouldBe(1);

        var journal = await leitung.GetAsync($"/api/faelle/{fall}/journal");
        var zeile = journal.EnumerateArray().Where(z => z.GetProperty("art").GetString() == "TimerMoved").ShouldHaveSingleItem();
        var daten = zeile.GetProperty("daten");
        daten.GetProperty("from").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2027, 2, 8, 7, 0, 0, TimeSpan.Zero));
        daten.GetProperty("to").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2027, 2, 1, 7, 0, 0, TimeSpan.Zero));
        daten.GetProperty("reason").GetString().ShouldBe("Fachkonzept Version 1: Engere Begleitung");
    }

    [Fact]
    public async Task A_concept_with_a_period_that_cannot_be_read_is_refused()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var antwort = await leitung.PostAsync("/api/fachkonzepte", new
        {
            gueltigAb = Beginn,
            fristen = new Dictionary<string, string> { ["Kontaktfenster.Beginn"] = "bald", ["Kaffeepause"] = "1 Tag" },
            begruendung = "x",
        });
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        problem.ErrorOf("fristen.Kontaktfenster.Beginn").ShouldNotBeEmpty();
        problem.ErrorOf("fristen.Kaffeepause").ShouldContain("Kontaktfenster.Ende");
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        var sitzung = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        var antwort = await sitzung.PostAsync("/api/testuhr", new { bis = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf("bis").ShouldContain("nur vorwärts");
    }

    [Fact]
    public async Task A_corrected_entry_stays_in_the_Akte()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Beginn);
        var sitzung = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        var alt = (await sitzung.RecordAsync(fall, "KontaktGehalten", Beginn, Beispieldaten.Kontakt)).GetProperty("eintraege")[0].GetGuid();
        var neu = await sitzung.PostAsync(
            $"/api/faelle/{fall}/eintraege/KontaktGehalten",
            new { wirksamAm = Beginn, berichtigt = alt, begruendung = "Es war ein Anruf.", daten = new { form = "Telefon", themen = "Wohnung" } });
        neu.StatusCode.ShouldBe(HttpStatusCode.OK, await neu.Content.ReadAsStringAsync());

        var kontakte = (await sitzung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == "KontaktGehalten").ToList();
        kontakte.Select(e => (e.GetProperty("daten").GetProperty("form").GetString(), e.GetProperty("ersetzt").GetBoolean()))
            .ShouldBe([("Spaziergang", true), ("Telefon", false)]);
    }

    private static async Task<(string?, bool)?> KontaktAsync(Sitzung sitzung)
    {
        var aufgaben = (await sitzung.GetAsync("/api/aufgaben")).EnumerateArray()
            .Where(a => a.GetProperty("titel").GetString()!.Contains("Kontakt", StringComparison.Ordinal)).ToList();
        return aufgaben.Count == 0 ? null : (aufgaben[0].GetProperty("faelligAm").GetString(), aufgaben[0].GetProperty("istUeberfaellig").GetBoolean());
    }
}
