using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;

namespace FallWorkflow.Api.Tests;

/// <summary>
/// The effect is committed, and the process dies before it has kept its answer: the state is made by taking the kept answer
/// away. The clock goes past midnight meanwhile, so that "today" is another day for the repetition.
/// </summary>
public sealed class WhenAnAnswerIsLost(Bewegt bewegt) : IClassFixture<Bewegt>
{
    private readonly FallWorkflowApp _app = bewegt.App;

    [Fact]
    public async Task A_task_stays_done_once()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        await (await _app.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(await WerktagAsync());
        var aufgabe = (await leitung.GetAsync("/api/team/aufgaben")).EnumerateArray().First().GetProperty("id").GetGuid();
        await RepeatAsync(Testjobcenter.Teamleiterin, $"/api/aufgaben/{aufgabe}/ergebnis", new { begruendung = "Nicht mehr nötig" });

        (await leitung.GetAsync($"/api/aufgaben/{aufgabe}")).GetProperty("status").GetString().ShouldBe("Entfallen");
        await (await leitung.PostAsync($"/api/aufgaben/{aufgabe}/ergebnis", new { begruendung = "Noch einmal" }))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
    }

    [Fact]
    public async Task A_partner_that_declined_is_told_that_it_did()
    {
        var (fall, zuweisung) = await ReferAsync();
        await RepeatAsync(Testjobcenter.PartnerSchulden, $"/api/traeger/zuweisungen/{zuweisung}/antwort", new { entscheidung = "Abgelehnt", text = "Kein Platz frei" });

        (await CountAsync(fall, "ZuweisungAbgelehnt")).ShouldBe(1);
        var partner = await _app.SignInAsync(Testjobcenter.PartnerSchulden);
        await (await partner.PostAsync($"/api/traeger/zuweisungen/{zuweisung}/antwort", new { entscheidung = "Angenommen" }))
            .ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task A_report_arrives_once_though_its_day_was_left_out()
    {
        var (fall, zuweisung) = await ReferAsync();
        await RepeatAsync(Testjobcenter.PartnerSchulden, $"/api/traeger/zuweisungen/{zuweisung}/antwort", new { entscheidung = "Angenommen", text = "Gern." });
        await RepeatAsync(Testjobcenter.PartnerSchulden, $"/api/traeger/zuweisungen/{zuweisung}/bericht", new { art = "Beginn" });
        await RepeatAsync(Testjobcenter.PartnerSchulden, $"/api/traeger/zuweisungen/{zuweisung}/bericht", new { art = "Verlauf", text = "Es geht voran" });

        (await CountAsync(fall, "ZuweisungAngenommen")).ShouldBe(1);
        (await CountAsync(fall, "ZuweisungBegonnen")).ShouldBe(1);
        (await CountAsync(fall, "VerlaufGemeldet")).ShouldBe(1);
    }

    [Fact]
    public async Task A_concept_has_one_version()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        var (erste, zweite) = await RepeatAsync(
            Testjobcenter.BerlinerTeamleiter, "/api/fachkonzepte", new { gueltigAb = new DateOnly(2027, 1, 1), fristen = new { }, begruendung = "Einmal" });

        (await leitung.GetAsync("/api/fachkonzepte")).GetProperty("versionen").GetArrayLength().ShouldBe(1);
        zweite.GetProperty("fachkonzept").GetProperty("version").GetInt32().ShouldBe(erste.GetProperty("fachkonzept").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_process_has_one_version_more()
    {
        var gestalterin = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var definition = JsonNode.Parse((await gestalterin.GetAsync("/api/prozesse/dauer/1")).ToString())!;
        definition["description"] = "Einmal veröffentlicht";
        var (erste, zweite) = await RepeatAsync(Testjobcenter.Prozessgestalterin, "/api/prozesse", definition);

        erste.GetProperty("version").GetInt32().ShouldBe(2);
        zweite.GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task The_clock_moves_by_the_days_once()
    {
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var schluessel = ("Idempotency-Key", Guid.NewGuid().ToString());
        var vorher = (await leitung.GetAsync("/api/testuhr")).GetProperty("jetzt").GetDateTimeOffset();
        await Sitzung.ReadAsync(await leitung.PostAsync("/api/testuhr", new { tage = 2 }, schluessel));
        await ForgetAsync();
        await Sitzung.ReadAsync(await leitung.PostAsync("/api/testuhr", new { tage = 2 }, schluessel));

        (await leitung.GetAsync("/api/testuhr")).GetProperty("jetzt").GetDateTimeOffset().ShouldBe(vorher.AddDays(2));
    }

    /// <summary>Sends, loses the answer, lets midnight pass, sends the same again; both are answered alike.</summary>
    private async Task<(JsonElement Erste, JsonElement Zweite)> RepeatAsync(string benutzer, string adresse, object inhalt)
    {
        var sitzung = await _app.SignInAsync(benutzer);
        var schluessel = ("Idempotency-Key", Guid.NewGuid().ToString());
        var erste = await sitzung.PostAsync(adresse, inhalt, schluessel);
        await ForgetAsync();
        await _app.AdvanceToAsync((await _app.TodayAsync()).AddDays(1));
        var zweite = await sitzung.PostAsync(adresse, inhalt, schluessel);

        zweite.Headers.Contains("Idempotency-Replayed").ShouldBeFalse("the answer was lost");
        zweite.StatusCode.ShouldBe(erste.StatusCode, await zweite.Content.ReadAsStringAsync());
        return (await Sitzung.ReadAsync(erste), await Sitzung.ReadAsync(zweite));
    }

    /// <summary>All but where a clock was to go, which is kept before it goes.</summary>
    private async Task ForgetAsync()
    {
        await using var verbindung = new SqliteConnection(_app.ConnectionString);
        await verbindung.OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = "DELETE FROM Idempotenz WHERE Status <> 202";
        (await befehl.ExecuteNonQueryAsync()).ShouldBePositive("there was an answer to lose");
    }

    private async Task<(Guid Fall, string Zuweisung)> ReferAsync()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, await WerktagAsync());
        var zuweisung = $"Z-{fall:N}";
        await (await _app.SignInAsync(Testjobcenter.Fallmanagerin)).RecordAsync(
            fall, "ZuweisungVereinbart", await _app.TodayAsync(), Beispieldaten.Zuweisung(zuweisung, Testjobcenter.Schuldnerberatung, "Name"));
        return (fall, zuweisung);
    }

    private async Task<DateOnly> WerktagAsync()
    {
        var heute = await _app.TodayAsync();
        if (heute.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            return heute;
        var montag = heute.AddDays((8 - (int)heute.DayOfWeek) % 7);
        await _app.AdvanceToAsync(montag);
        return montag;
    }

    private async Task<int> CountAsync(Guid fall, string art) =>
        (await (await _app.SignInAsync(Testjobcenter.Fallmanagerin)).GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray()
            .Count(e => e.GetProperty("art").GetString() == art);
}
