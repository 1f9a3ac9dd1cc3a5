using Microsoft.Data.Sqlite;

namespace FallWorkflow.Api.Tests;

/// <summary>Whether what the lists sort and search by is what tasks and names say, whatever happened in the Fälle of a database.</summary>
internal static class Listenprobe
{
    public static async Task CheckAsync(string connectionString)
    {
        await using var verbindung = new SqliteConnection(connectionString);
        await verbindung.OpenAsync();
        (await ListAsync(verbindung,
            """
            SELECT f."Nummer" || ' ' || f."NaechsteFaelligkeit" FROM "Faelle" f WHERE f."Listenstand" <> 1 OR f."NaechsteFaelligkeit" <>
                COALESCE((SELECT MIN(a."FaelligAm") FROM "Aufgaben" a WHERE a."FallId" = f."Id" AND a."Status" = 'Offen'), '9999-12-31')
            """)).ShouldBeEmpty("the next last day of these is not that of their tasks");
        (await ListAsync(verbindung,
            """
            SELECT f."Nummer" FROM "Faelle" f WHERE (SELECT COUNT(*) FROM "Suchwoerter" s WHERE s."FallId" = f."Id") < CASE WHEN f."PersonName" IS NULL THEN 3 ELSE 4 END
            """)).ShouldBeEmpty("these cannot be found by number and name");
    }

    private static async Task<IReadOnlyList<string>> ListAsync(SqliteConnection verbindung, string sql)
    {
        await using var befehl = verbindung.CreateCommand();
        befehl.CommandText = sql;
        await using var leser = await befehl.ExecuteReaderAsync();
        var zeilen = new List<string>();
        while (await leser.ReadAsync())
            zeilen.Add(leser.GetString(0));
        return zeilen;
    }
}
