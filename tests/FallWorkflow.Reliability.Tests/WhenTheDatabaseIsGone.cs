using System.Net;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;

namespace FallWorkflow.Reliability.Tests;

/// <summary>The database is locked or away for a while: 503 with Retry-After, partners' messages wait, nothing is half-written.</summary>
public abstract class WhenTheDatabaseIsGone(Broker broker)
{
    private protected static readonly DateOnly Beginn = new(2027, 1, 11);

    private const string Zuweisung = "ausfall";

    /// <summary>A Fall with a referral that the partner has accepted, and somebody to hand over another one.</summary>
    private protected async Task<(Guid Fall, Sitzung Vermittlerin, Sitzung Fallmanagerin)> PrepareAsync(FallWorkflowApp app)
    {
        await Partner.DrainAsync(broker, Testjobcenter.Schuldnerberatung);
        var fall = await Beispieldaten.AdmitAsync(app, Beginn);
        var fallmanagerin = await app.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Beginn, Beispieldaten.Zuweisung(Zuweisung, Testjobcenter.Schuldnerberatung, "Name"));
        await new Datenbankblick(app).ShouldBeInOrderAsync();
        return (fall, await app.SignInAsync(Testjobcenter.Vermittlerin), fallmanagerin);
    }

    private protected static object Uebergabe => new { wirksamAm = Beginn, daten = Beispieldaten.Uebergabe };

    /// <summary>The partner answers while the database is gone.</summary>
    private protected Task AnswerAsync()
    {
        var id = Guid.NewGuid();
        return Partner.SendAsync(
            broker, "ZuweisungBeantwortet",
            new { nachrichtId = id, traegerId = Testjobcenter.Schuldnerberatung, zuweisungId = Zuweisung, am = Beginn, entscheidung = "Angenommen" }, id.ToString());
    }

    private protected static void ShouldBeUnavailable(HttpResponseMessage antwort)
    {
        antwort.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        antwort.Headers.RetryAfter.ShouldNotBeNull();
    }

    /// <summary>Afterwards everything that was refused or held up happens once.</summary>
    private protected static async Task ShouldRecoverAsync(
        FallWorkflowApp app, Guid fall, Sitzung vermittlerin, Sitzung fallmanagerin, long faelleBisher, string schluessel)
    {
        var blick = new Datenbankblick(app);
        await Programm.UntilAsync(() => fallmanagerin.AkteAsync(fall, "ZuweisungAngenommen"), e => e.Count == 1, "the partner's answer has arrived");
        (await blick.FaelleAsync()).ShouldBe(faelleBisher, "nothing of the refused request is there");
        for (var mal = 0; mal < 2; mal++)
            (await vermittlerin.PostAsync("/api/uebergaben", Uebergabe, ("Idempotency-Key", schluessel))).EnsureSuccessStatusCode();
        (await blick.FaelleAsync()).ShouldBe(faelleBisher + 1);
        (await app.Nobody().Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await blick.ShouldBeInOrderAsync();
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenTheDatabaseIsLockedOnSqlite(Broker broker) : WhenTheDatabaseIsGone(broker)
{
    private readonly Broker _broker = broker;

    [Fact]
    public async Task Requests_are_refused_messages_wait_and_everything_happens_once_afterwards()
    {
        await using var app = await Programm.LaunchAsync(Programm.Sqlite, _broker);
        var (fall, vermittlerin, fallmanagerin) = await PrepareAsync(app);
        var faelle = await new Datenbankblick(app).FaelleAsync();
        await using (var andere = new SqliteConnection(app.ConnectionString + ";Pooling=false"))
        {
            await andere.OpenAsync();
            await ExecuteAsync(andere, "BEGIN EXCLUSIVE");
            using var dauer = new PeriodicTimer(TimeSpan.FromSeconds(Umfang.Of(30, 8)));
            var ende = dauer.WaitForNextTickAsync();
            await AnswerAsync();
            ShouldBeUnavailable(await vermittlerin.PostAsync("/api/uebergaben", Uebergabe, ("Idempotency-Key", "gesperrt")));
            await ende;
            await ExecuteAsync(andere, "ROLLBACK");
        }

        await ShouldRecoverAsync(app, fall, vermittlerin, fallmanagerin, faelle, "gesperrt");
    }

    private static async Task ExecuteAsync(SqliteConnection verbindung, string sql)
    {
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        await befehl.ExecuteNonQueryAsync();
    }
}

[Collection(Broker.PostgreSql)]
public sealed class WhenTheDatabaseStopsOnPostgreSql(Broker broker) : WhenTheDatabaseIsGone(broker)
{
    private readonly Broker _broker = broker;

    [Fact]
    public async Task A_transaction_under_way_leaves_nothing_and_everything_happens_once_afterwards()
    {
        await using var server = await PostgresServer.StartAsync(dedicated: true);
        await using var app = await Programm.LaunchAsync(
            Programm.PostgreSql, _broker, new Appoptionen { ConnectionString = await server.CreateDatabaseAsync("ausfall") });
        var (fall, vermittlerin, _) = await PrepareAsync(app);
        var faelle = await new Datenbankblick(app).FaelleAsync();
        await app.RestartAsync(new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-commit", ["FALLWORKFLOW_FAULTPOINT_ACTION"] = "gate" });
        vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var fallmanagerin = await app.SignInAsync(Testjobcenter.Fallmanagerin);
        var unterbrochen = vermittlerin.PostAsync("/api/uebergaben", Uebergabe, ("Idempotency-Key", "gestoppt"));
        await app.Process!.WaitForLineAsync(z => z == "AT before-commit #1", Programm.Geduld);

        await server.CrashAsync();
        for (var n = 0; n < 50; n++)
            await app.Process.SayAsync("go");
        ShouldBeUnavailable(await unterbrochen);
        await AnswerAsync();
        ShouldBeUnavailable(await vermittlerin.PostAsync("/api/uebergaben", Uebergabe, ("Idempotency-Key", "gestoppt")));
        (await app.Nobody().Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await server.RestartAsync();
        await ShouldRecoverAsync(app, fall, vermittlerin, fallmanagerin, faelle, "gestoppt");
    }
}
