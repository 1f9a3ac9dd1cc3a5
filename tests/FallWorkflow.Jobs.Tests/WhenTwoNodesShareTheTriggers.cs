using FallWorkflow.Jobs.Planung;
using FallWorkflow.Jobs.Tests.Umgebung;
using Npgsql;

namespace FallWorkflow.Jobs.Tests;

public sealed class WhenTwoNodesShareTheTriggers : Buehne<OnPostgreSql>
{
    [Fact]
    public async Task Each_reminder_is_delivered_once_and_both_nodes_take_part_in_the_cluster()
    {
        var namen = Enumerable.Range(1, 40).Select(nr => $"x{nr:00}").ToList();
        foreach (var name in namen)
            await AddErinnerungAsync(name);

        await using (var erster = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
        await using (var zweiter = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
        {
            await erster.Jobs.WaitForAsync(nameof(Abgleich));
            await zweiter.Jobs.WaitForAsync(nameof(Abgleich));
            await Mailer.WaitForAsync(namen.Count);
            (await Datenbank.CountAsync("QRTZ_SCHEDULER_STATE")).ShouldBe(2);
        }

        Mailer.Mails.Select(m => m.Schluessel).Order().ShouldBe(namen);
        (await Knoten.Erinnerungen.OffeneAsync(DateTimeOffset.MaxValue, null, 100)).ShouldBeEmpty();
    }

    /// <summary>What a node holds that was frozen in the middle of a transaction is let go after ten seconds.</summary>
    [Fact]
    public async Task One_starts_although_another_froze_with_the_lock_of_the_cluster()
    {
        await using (await Knoten.StartAsync(Datenbank, Uhr, Mailer))
        {
        }

        await using var gefroren = new NpgsqlConnection(Quartzverbindung.WithoutStandstill(Datenbank.ConnectionString));
        await gefroren.OpenAsync();
        await using var transaktion = await gefroren.BeginTransactionAsync();
        await using var sperre = new NpgsqlCommand("SELECT lock_name FROM qrtz_locks FOR UPDATE", gefroren, transaktion);
        (await sperre.ExecuteScalarAsync()).ShouldNotBeNull();

        await using var zweiter = await Knoten.StartAsync(Datenbank, Uhr, Mailer);

        await zweiter.Jobs.WaitForAsync(nameof(Abgleich));
    }
}
