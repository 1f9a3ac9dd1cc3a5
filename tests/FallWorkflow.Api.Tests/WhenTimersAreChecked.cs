using System.Text.Json;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;

namespace FallWorkflow.Api.Tests;

/// <summary><c>timers check</c> beside a running service, on timers that were spoilt past the program.</summary>
public sealed class WhenTimersAreChecked : IAsyncLifetime
{
    private static readonly DateOnly Beginn = new(2027, 1, 11);

    private FallWorkflowApp _app = null!;

    /// <summary>Without a worker, which would fire what is made overdue here.</summary>
    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync(new Appoptionen { Weitere = new Dictionary<string, string?> { ["Roles"] = "web" } });
        for (var n = 0; n < 3; n++)
            await Beispieldaten.AdmitAsync(_app, Beginn);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Those_of_an_untouched_database_agree()
    {
        var (code, ausgabe) = await CheckAsync();

        code.ShouldBe(0, ausgabe);
        ausgabe.ShouldContain("Unterschiede: 0,");
        (await ZahlAsync("""SELECT COUNT(*) FROM "Timer" """)).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Every_difference_is_named_and_what_is_safe_is_mended_with_its_reason()
    {
        var anzahl = await ZahlAsync("""SELECT COUNT(*) FROM "Timer" """);
        var timer = await TimersAsync();
        var (falsch, fehlend, geparkt) = (timer[0], timer[1], timer[2]);
        await ExecuteAsync("""UPDATE "Timer" SET "DueAt" = '2026-12-01 07:00:00' WHERE "Id" = @p""", falsch);
        await ExecuteAsync("""DELETE FROM "Timer" WHERE "Id" = @p""", fehlend);
        await ExecuteAsync("""UPDATE "Timer" SET "ParkedAt" = '2027-01-10 07:00:00', "Attempts" = 10, "LastError" = 'kaputt' WHERE "Id" = @p""", geparkt);
        CopyTimer(geparkt, "waise-1", "\"InstanceId\"", "'weg'");
        CopyTimer(geparkt, "waise-2", "'weg'", "\"ExecutionId\"");

        var (code, ausgabe) = await CheckAsync("--format", "json");
        code.ShouldBe(1, ausgabe);
        var gefunden = Parse(ausgabe);
        Arten(gefunden).ShouldBe(["FalscherTermin", "Fehlt", "Geparkt", "Verwaist", "Verwaist"]);
        gefunden.Single(a => Art(a) == "FalscherTermin").GetProperty("timerId").GetString().ShouldBe(falsch);
        gefunden.Where(a => Art(a) == "Verwaist").Select(a => a.GetProperty("timerId").GetString()).Order().ShouldBe(["waise-1", "waise-2"]);
        gefunden.ShouldAllBe(a => !a.GetProperty("behoben").GetBoolean());
        var (textCode, text) = await CheckAsync();
        textCode.ShouldBe(1);
        text.ShouldContain("Falscher Zeitpunkt: Fall ");
        text.ShouldContain("01.12.2026 08:00");

        var (_, behoben) = await CheckAsync("--repair", "--format", "json");
        Parse(behoben).Where(a => !a.GetProperty("behoben").GetBoolean()).Select(Art).ShouldBe(["Geparkt"]);
        (await ZahlAsync("""SELECT COUNT(*) FROM "Timer" """)).ShouldBe(anzahl);
        (await ZahlAsync("""SELECT COUNT(*) FROM "Journal" WHERE "Data" LIKE '%Abgleich der Zeitgeber%'""")).ShouldBe(3);

        // The parked one waits for a person.
        var (danach, rest) = await CheckAsync("--format", "json");
        danach.ShouldBe(1);
        Arten(Parse(rest)).ShouldBe(["Geparkt"]);
        await ExecuteAsync("""UPDATE "Timer" SET "ParkedAt" = NULL WHERE "Id" = @p""", geparkt);
        (await CheckAsync()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_is_due_and_stays_is_named_after_the_time_that_is_given()
    {
        // Four weeks later the contacts are due, and nobody works here.
        await ExecuteAsync("""UPDATE "Systemzustand" SET "TestClock" = @p""", "2027-02-08 09:00:00");

        var (code, ausgabe) = await CheckAsync("--format", "json", "--overdue", "119");
        code.ShouldBe(1);
        Arten(Parse(ausgabe)).ShouldBe(["Ueberfaellig", "Ueberfaellig", "Ueberfaellig"]);
        (await CheckAsync("--overdue", "121")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Those_of_a_process_that_an_incident_has_stopped_stay()
    {
        var gestalterin = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        (await gestalterin.PostTextAsync("/api/prozesse", """
            { "definitionId": "fallmanagement", "name": "Fallmanagement", "variables": [ { "id": "w", "name": "Wert", "typeName": "String" } ],
              "root": { "id": "F", "type": "Elsa.Flowchart", "version": 1, "activities": [
                { "id": "Start", "type": "Elsa.Start", "version": 1 },
                { "id": "Warten", "type": "Elsa.Delay", "version": 1, "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "30.00:00:00" } } },
                { "id": "Rechnen", "type": "Elsa.SetVariable", "version": 1, "variable": { "id": "w", "name": "Wert", "typeName": "String" },
                  "value": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getWert().gibtEsNicht.length" } } } ],
              "connections": [ { "source": { "activity": "Start", "port": "Done" }, "target": { "activity": "Warten", "port": "In" } },
                { "source": { "activity": "Start", "port": "Done" }, "target": { "activity": "Rechnen", "port": "In" } } ] } }
            """)).EnsureSuccessStatusCode();
        var fall = await (await _app.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(Beginn);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        (await leitung.GetAsync("/api/stoerungen")).EnumerateArray().ShouldHaveSingleItem().GetProperty("fallId").GetGuid().ShouldBe(fall);
        var anzahl = await ZahlAsync("""SELECT COUNT(*) FROM "Timer" """);

        var (code, ausgabe) = await CheckAsync("--repair");

        code.ShouldBe(0, ausgabe);
        ausgabe.ShouldContain("Unterschiede: 0,");
        (await ZahlAsync("""SELECT COUNT(*) FROM "Timer" """)).ShouldBe(anzahl);
        (await ZahlAsync("""SELECT COUNT(*) FROM "Timer" WHERE "ActivityId" = 'Warten' """)).ShouldBe(1);
        await ExecuteAsync("""DELETE FROM "Timer" WHERE "ActivityId" = @p""", "Warten");
        Arten(Parse((await CheckAsync("--format", "json")).Ausgabe)).ShouldBe(["Fehlt"]);
    }

    private static string Art(JsonElement abweichung) => abweichung.GetProperty("art").GetString()!;

    private static IEnumerable<string> Arten(IEnumerable<JsonElement> abweichungen) => abweichungen.Select(Art).Order(StringComparer.Ordinal);

    private static List<JsonElement> Parse(string ausgabe) =>
        [.. JsonDocument.Parse(ausgabe[ausgabe.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("abweichungen").EnumerateArray()];

    private Task<(int Code, string Ausgabe)> CheckAsync(params string[] weitere) => _app.CheckTimersAsync(weitere);

    /// <summary>Timers that follow a rule and have a date.</summary>
    private async Task<IReadOnlyList<string>> TimersAsync()
    {
        await using var verbindung = await OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = """SELECT "Id" FROM "Timer" WHERE "Rule" IS NOT NULL AND "DueAt" < '9000' ORDER BY "Id" """;
        await using var leser = await befehl.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await leser.ReadAsync())
            ids.Add(leser.GetString(0));
        return ids;
    }

    private void CopyTimer(string vorlage, string id, string instanz, string execution)
    {
        using var verbindung = new SqliteConnection(_app.ConnectionString);
        verbindung.Open();
        using var befehl = verbindung.CreateCommand();
        befehl.CommandText =
            $"""
            INSERT INTO "Timer" ("Id", "InstanceId", "ExecutionId", "ActivityId", "Name", "CorrelationId", "DueAt", "Rule", "Fence", "Attempts", "Lfd")
            SELECT @id, {instanz}, {execution}, "ActivityId", "Name", "CorrelationId", "DueAt", "Rule", 0, 0, "Lfd" FROM "Timer" WHERE "Id" = @vorlage
            """;
        befehl.Parameters.AddWithValue("id", id);
        befehl.Parameters.AddWithValue("vorlage", vorlage);
        befehl.ExecuteNonQuery();
    }

    private async Task ExecuteAsync(string sql, string p)
    {
        await using var verbindung = await OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        befehl.Parameters.AddWithValue("p", p);
        (await befehl.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    private async Task<long> ZahlAsync(string sql)
    {
        await using var verbindung = await OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        return (long)(await befehl.ExecuteScalarAsync())!;
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var verbindung = new SqliteConnection(_app.ConnectionString);
        await verbindung.OpenAsync();
        return verbindung;
    }
}
