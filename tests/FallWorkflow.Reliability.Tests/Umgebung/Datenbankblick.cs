using System.Data.Common;
using System.Text.Json;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>Looks at the program's tables from outside, past all of its code.</summary>
internal sealed class Datenbankblick(FallWorkflowApp app)
{
    /// <summary>Messages that have not left yet.</summary>
    public Task<long> UngesendetAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Nachrichten" WHERE "GesendetAm" IS NULL""");

    /// <summary>Messages of a Fall, sent or not.</summary>
    public Task<long> NachrichtenAsync(Guid fall) => ZahlAsync("""SELECT COUNT(*) FROM "Nachrichten" WHERE "FallId" = @fall""", ("fall", fall));

    public Task<long> FaelleAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Faelle" """);

    /// <summary>Instances whose journal does not run from 1 to its length.</summary>
    public Task<long> JournalLueckenAsync() => ZahlAsync(
        """
        SELECT COUNT(*) FROM (
            SELECT "InstanceId" FROM "Journal" GROUP BY "InstanceId"
            HAVING MIN("Sequence") <> 1 OR MAX("Sequence") <> COUNT(*) OR COUNT(DISTINCT "Sequence") <> COUNT(*)) AS luecken
        """);

    /// <summary>Tasks that a Fall was given twice at the same instant.</summary>
    public Task<long> DoppelteAufgabenAsync() => ZahlAsync(
        """
        SELECT COUNT(*) FROM (
            SELECT "FallId" FROM "Aufgaben" GROUP BY "FallId", "Art", "Bezug", "ErstelltAm" HAVING COUNT(*) > 1) AS doppelt
        """);

    /// <summary>Tasks of a Fall in one state.</summary>
    public Task<long> AufgabenAsync(Guid fall, string status) =>
        ZahlAsync("""SELECT COUNT(*) FROM "Aufgaben" WHERE "FallId" = @fall AND "Status" = @status""", ("fall", fall), ("status", status));

    public Task<long> ZeitgeberAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Timer" """);

    public Task<long> GeparktAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Timer" WHERE "ParkedAt" IS NOT NULL""");

    /// <summary>Instances of a process, running or not; <paramref name="beendet"/>: only those that came to their end.</summary>
    public Task<long> InstanzenAsync(string definitionId, bool beendet = false) => ZahlAsync(
        $"""SELECT COUNT(*) FROM "WorkflowInstanzen" WHERE "DefinitionId" = @definition{(beendet ? """ AND "FinishedAt" IS NOT NULL""" : "")}""",
        ("definition", definitionId));

    /// <summary>Requests of processes that have no answer yet; <paramref name="geparkt"/>: only those that were given up.</summary>
    public Task<long> AufrufeAsync(bool geparkt = false) =>
        ZahlAsync($"""SELECT COUNT(*) FROM "HttpAufrufe"{(geparkt ? """ WHERE "ParkedAt" IS NOT NULL""" : "")}""");

    /// <summary>Triggers of processes that start by themselves and were given up.</summary>
    public Task<long> GeparkteAusloeserAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Zeitausloeser" WHERE "ParkedAt" IS NOT NULL""");

    /// <summary>Timers that fired more than once: those of one execution and name, in its journal.</summary>
    public Task<long> DoppeltAusgeloestAsync() => ZahlAsync(
        """
        SELECT COUNT(*) FROM (
            SELECT "ExecutionId" FROM "Journal" WHERE "Kind" = 'TimerFired' GROUP BY "ExecutionId", "Data" HAVING COUNT(*) > 1) AS doppelt
        """);

    /// <summary>Entries of a kind in all journals.</summary>
    public Task<long> JournalAsync(string art) => ZahlAsync("""SELECT COUNT(*) FROM "Journal" WHERE "Kind" = @art""", ("art", art));

    /// <summary>Events of a kind in the Verlauf of a Fall, or of all.</summary>
    public Task<long> VerlaufAsync(string art, Guid? fall = null) => fall is { } id
        ? ZahlAsync("""SELECT COUNT(*) FROM "Verlauf" WHERE "Art" = @art AND "FallId" = @fall""", ("art", art), ("fall", id))
        : ZahlAsync("""SELECT COUNT(*) FROM "Verlauf" WHERE "Art" = @art""", ("art", art));

    /// <summary>Timers that fired before the instant for which they were armed, by the journal.</summary>
    public async Task<int> ZuFruehAsync()
    {
        var zuFrueh = 0;
        await using var verbindung = await OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = """SELECT "At", "Data" FROM "Journal" WHERE "Kind" = 'TimerFired'""";
        await using var leser = await befehl.ExecuteReaderAsync();
        while (await leser.ReadAsync())
        {
            var at = new DateTimeOffset(DateTime.SpecifyKind(leser.GetDateTime(0), DateTimeKind.Utc));
            var due = JsonDocument.Parse(leser.GetString(1)).RootElement.GetProperty("due").GetDateTimeOffset();
            // Instants are stored to the microsecond.
            zuFrueh += at < due - TimeSpan.FromMicroseconds(1) ? 1 : 0;
        }

        return zuFrueh;
    }

    /// <summary>Moves the shared test clock past the program, which then has to notice by itself.</summary>
    public Task SetTestClockAsync(DateTimeOffset instant) => ExecuteAsync("""UPDATE "Systemzustand" SET "TestClock" = @instant""", ("instant", instant.UtcDateTime));

    public Task SetRuleAsync(Guid fall, string aktivitaet, string? regel) => ExecuteAsync(
        """UPDATE "Timer" SET "Rule" = @regel WHERE "CorrelationId" = @korrelation AND "ActivityId" = @aktivitaet""",
        ("regel", (object?)regel ?? DBNull.Value), ("korrelation", $"{fall:N}"), ("aktivitaet", aktivitaet));

    /// <summary>Running processes of a version that were moved so many times.</summary>
    public Task<long> UmgezogenAsync(string versionId, int mal) => ZahlAsync(
        """
        SELECT COUNT(*) FROM "WorkflowInstanzen" i WHERE i."DefinitionVersionId" = @version AND i."FinishedAt" IS NULL
            AND @mal = (SELECT COUNT(*) FROM "Journal" j WHERE j."InstanceId" = i."Id" AND j."Kind" = 'InstanceMigrated')
        """, ("version", versionId), ("mal", mal));

    public Task<long> JournalAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Journal" """);

    /// <summary>What must hold after whatever has happened, once the program has had time to tidy up.</summary>
    public async Task ShouldBeInOrderAsync()
    {
        await Programm.UntilAsync(UngesendetAsync, n => n == 0, "the outbox is empty");
        (await JournalAsync()).ShouldBeGreaterThan(0);
        (await JournalLueckenAsync()).ShouldBe(0, "journals with gaps");
        (await DoppelteAufgabenAsync()).ShouldBe(0, "tasks that came twice");
    }

    /// <summary>Changes the tables behind the program's back.</summary>
    public async Task ExecuteAsync(string sql, params (string Name, object Wert)[] parameter)
    {
        await using var verbindung = await OpenAsync();
        await using var befehl = Command(verbindung, sql, parameter);
        await befehl.ExecuteNonQueryAsync();
    }

    private async Task<long> ZahlAsync(string sql, params (string Name, object Wert)[] parameter)
    {
        await using var verbindung = await OpenAsync();
        await using var befehl = Command(verbindung, sql, parameter);
        return Convert.ToInt64(await befehl.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection verbindung = app.Provider == Programm.Sqlite ? new SqliteConnection(app.ConnectionString) : new NpgsqlConnection(app.ConnectionString);
        await verbindung.OpenAsync();
        return verbindung;
    }

    private static DbCommand Command(DbConnection verbindung, string sql, (string Name, object Wert)[] parameter)
    {
        var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        foreach (var (name, wert) in parameter)
        {
            var p = befehl.CreateParameter();
            p.ParameterName = name;
            p.Value = wert;
            befehl.Parameters.Add(p);
        }

        return befehl;
    }
}
