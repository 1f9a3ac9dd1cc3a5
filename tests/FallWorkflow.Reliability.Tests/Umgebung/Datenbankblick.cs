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

    /// <summary>Messages of a Fall, sent or not.</summary>
    public Task<long> NachrichtenAsync(Guid fall) => ZahlAsync("""SELECT COUNT(*) FROM "Nachrichten" WHERE "FallId" = @fall""", fall);

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

    public Task<long> JournalAsync() => ZahlAsync("""SELECT COUNT(*) FROM "Journal" """);

    /// <summary>What must hold after whatever has happened, once the program has had time to tidy up.</summary>
    public async Task ShouldBeInOrderAsync()
    {
        await Programm.UntilAsync(UngesendetAsync, n => n == 0, "the outbox is empty");
        (await JournalAsync()).ShouldBeGreaterThan(0);
        (await JournalLueckenAsync()).ShouldBe(0, "journals with gaps");
        (await DoppelteAufgabenAsync()).ShouldBe(0, "tasks that came twice");
    }

    private async Task<long> ZahlAsync(string sql, Guid? fall = null)
    {
        await using DbConnection verbindung = app.Provider == Programm.Sqlite ? new SqliteConnection(app.ConnectionString) : new NpgsqlConnection(app.ConnectionString);
        await verbindung.OpenAsync();
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        if (fall is not null)
        {
            var parameter = befehl.CreateParameter();
            parameter.ParameterName = "fall";
            parameter.Value = fall;
            befehl.Parameters.Add(parameter);
        }

        return Convert.ToInt64(await befehl.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
