using System.Net;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>In the second office of the shared program, which no other test works in.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAConceptIsPublished(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task The_running_timers_move_and_the_journal_keeps_old_new_and_reason()
    {
        await PublishAsync("Wie zuvor", ("Kontaktfenster.Beginn", "4 Wochen"));
        var fall = await AdmitAsync();
        var antwort = await PublishAsync("Engere Begleitung", ("Kontaktfenster.Beginn", "3 Wochen"));
        antwort.GetProperty("neuBerechnet").GetInt32().ShouldBeGreaterThanOrEqualTo(1);

        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        var journal = await leitung.GetAsync($"/api/faelle/{fall}/journal");
        var zeile = journal.EnumerateArray().Where(z => z.GetProperty("art").GetString() == "TimerMoved").ShouldHaveSingleItem();
        var daten = zeile.GetProperty("daten");
        daten.GetProperty("from").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2027, 2, 8, 7, 0, 0, TimeSpan.Zero));
        daten.GetProperty("to").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2027, 2, 1, 7, 0, 0, TimeSpan.Zero));
        daten.GetProperty("reason").GetString().ShouldBe($"Fachkonzept Version {antwort.GetProperty("fachkonzept").GetProperty("version").GetInt32()}: Engere Begleitung");
    }

    [Fact]
    public async Task A_period_that_cannot_be_read_is_refused()
    {
        var antwort = await SendAsync("x", ("Kontaktfenster.Beginn", "bald"), ("Kaffeepause", "1 Tag"));
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        problem.ErrorOf("fristen.Kontaktfenster.Beginn").ShouldNotBeEmpty();
        problem.ErrorOf("fristen.Kaffeepause").ShouldContain("Kontaktfenster.Ende");
    }

    [Theory]
    [InlineData("Kontaktfenster.Spielraum", "10 Tage", "Wochen")]
    [InlineData("Dauer.Grenze", "52 Wochen", "Monate")]
    public async Task A_unit_that_nothing_can_be_added_to_is_refused(string parameter, string wert, string einheit)
    {
        var antwort = await SendAsync("x", (parameter, wert));
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf($"fristen.{parameter}").ShouldContain(einheit);
    }

    [Theory]
    [InlineData("Kontaktfenster.Spielraum", "3 Wochen")]
    [InlineData("Dauer.Grenze", "30 Monate")]
    public async Task With_another_value_people_with_rhythm_and_extension_work_on(string parameter, string wert)
    {
        var fall = await AdmitAsync();
        var fallmanager = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerFallmanager);
        await fallmanager.RecordAsync(fall, "RhythmusGeaendert", Gemeinsam.Heute, new { wochen = 2, begruendung = "Enge Begleitung" });
        await PublishAsync("Anders", (parameter, wert));
        await fallmanager.RecordAsync(fall, "KontaktGehalten", Gemeinsam.Heute, Beispieldaten.Kontakt);
    }

    [Fact]
    public async Task A_period_that_it_leaves_out_again_waits_for_a_new_value_and_stops_nobody()
    {
        await PublishAsync("Mit Aufbewahrung", ("Aufbewahrung", "120 Monate"));
        var fall = await AdmitAsync();
        var fallmanager = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerFallmanager);
        await fallmanager.RecordAsync(fall, "FallBeendet", Gemeinsam.Heute, new { grund = "Umzug", begruendung = "Umzug in ein anderes Land", gespraechAngeboten = true });
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await TermineAsync(leitung, fall)).ShouldContain(t => t.Contains("2037-01", StringComparison.Ordinal));

        await PublishAsync("Ohne Aufbewahrung");

        (await TermineAsync(leitung, fall)).ShouldAllBe(t => !t.Contains("2037-01", StringComparison.Ordinal));
        (await TermineAsync(leitung, fall)).ShouldNotBeEmpty("the process waits");
        await PublishAsync("Wieder mit Aufbewahrung", ("Aufbewahrung", "120 Monate"));
        (await TermineAsync(leitung, fall)).ShouldContain(t => t.Contains("2037-01", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> TermineAsync(Sitzung leitung, Guid fall) =>
        [.. (await leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("naechsteTermine").EnumerateArray().Select(t => t.GetProperty("am").ToString())];

    private Task<Guid> AdmitAsync() =>
        Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute, Testjobcenter.BerlinerVermittler, Testjobcenter.BerlinerFallmanager);

    private async Task<JsonElement> PublishAsync(string begruendung, params (string Parameter, string Wert)[] fristen) =>
        await Sitzung.ReadAsync(await SendAsync(begruendung, fristen));

    private async Task<HttpResponseMessage> SendAsync(string begruendung, params (string Parameter, string Wert)[] fristen)
    {
        var leitung = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        return await leitung.PostAsync("/api/fachkonzepte", new { gueltigAb = Gemeinsam.Heute, fristen = fristen.ToDictionary(f => f.Parameter, f => f.Wert), begruendung });
    }
}
