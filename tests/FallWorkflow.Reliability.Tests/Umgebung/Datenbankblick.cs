using System.Data.Common;
using FallWorkflow.TestKit.App;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>Looks at the program's tables from outside, past all of its code.</summary>
internal sealed class Datenbankblick(FallWorkflowApp app)
{
    /// <summary>Messages that have not left yet.</summary>
    public Task<long> UngesendetAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Nachrichten" WHERE "GesendetAm" IS NULL""");

    public Task<long> NachrichtenAsync(string art) => ZahlAsync($"""SELECT COUNT(*) FROM "Nachrichten" WHERE "Art" = '{art}'""");

    public Task<long> FaelleAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Faelle" """);

    /// <summary>Instances whose journal does not run from 1 to its length.</summary>
    public Task<long> JournalLueckenAsync() => ZahlAsync(
        """
        SELECT COUNT(*) FROM (
            SELECT "InstanceId" FROM "Journal" GROUP BY "InstanceId"
            HAVING MIN("Sequence") <> 1 OR MAX("Sequence") <> COUNT(*) OR COUNT(DISTINCT "Sequence") <> COUNT(*)) AS luecken
        """);

    public Task<long> JournalAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Journal" """);

    /// <summary>What must hold after whatever has happened, once the program has had time to tidy up.</summary>
    public async Task ShouldBeInOrderAsync()
    {
        await Programm.UntilAsync(UngesendetAsync, n => n == 0, "the outbox is empty");
        (await JournalAsync()).ShouldBeGreaterThan(0);
        (await JournalLueckenAsync()).ShouldBe(0, "journals without gaps");
    }

    private async Task<long> ZahlAsync(string sql)
    {
        await using DbConnection verbindung = app.Provider == Programm.Sqlite ? new SqliteConnection(app.ConnectionString) : new NpgsqlConnection(app.ConnectionString);
        await verbindung.OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        return Convert.ToInt64(await befehl.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
