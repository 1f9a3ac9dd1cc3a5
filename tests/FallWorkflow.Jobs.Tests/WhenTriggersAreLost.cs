using FallWorkflow.Jobs.Planung;
using FallWorkflow.Jobs.Tests.Umgebung;
using Quartz;

namespace FallWorkflow.Jobs.Tests;

public abstract class WhenTriggersAreLost<TDatenbank> : Buehne<TDatenbank>
    where TDatenbank : Testdatenbank, new()
{
    [Fact]
    public async Task After_a_restart_everything_is_delivered_and_nothing_twice()
    {
        await AddErinnerungAsync("heute");
        await AddErinnerungAsync("morgen", Jetzt.AddDays(1));
        await AddErinnerungAsync("in180", Jetzt.AddDays(180));
        await using (var erster = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
        {
            await erster.Jobs.WaitForAsync(nameof(Abgleich));
            await erster.Jobs.WaitForAsync(nameof(ErinnerungZustellen));
        }

        (await TriggersAsync()).ShouldBe(2);
        await Datenbank.DeleteQuartzRowsAsync();
        (await TriggersAsync()).ShouldBe(0);
        Uhr.Advance(TimeSpan.FromDays(1));

        await using (var zweiter = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
            await zweiter.Jobs.WaitForAsync(nameof(ErinnerungZustellen));

        Mailer.Mails.Select(m => m.Schluessel).ShouldBe(["heute", "morgen"]);
        (await TriggersAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_reminder_in_180_days_survives_twenty_losses_as_a_row_and_comes_once()
    {
        await AddErinnerungAsync("in180", Jetzt.AddDays(180));
        for (var neustart = 0; neustart < 20; neustart++)
        {
            await using (var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
                await knoten.Jobs.WaitForAsync(nameof(Abgleich));
            (await TriggersAsync()).ShouldBe(1);
            await Datenbank.DeleteQuartzRowsAsync();
        }

        Uhr.Advance(TimeSpan.FromDays(180));
        await using var letzter = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        await letzter.Jobs.WaitForAsync(nameof(ErinnerungZustellen));
        await letzter.Lauf.RunDueAsync();
        Mailer.Mails.Select(m => m.Schluessel).ShouldBe(["in180"]);
    }

    [Fact]
    public async Task A_trigger_without_a_row_is_removed_and_a_late_one_moved_forward()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        await knoten.Jobs.WaitForAsync(nameof(Abgleich));
        var scheduler = await knoten.SchedulerAsync();
        var plan = knoten.Get<Triggerplan>();
        var id = await AddErinnerungAsync("x1", Jetzt.AddDays(2));
        var verwaist = Guid.NewGuid();
        await plan.ScheduleAsync(scheduler, new(verwaist, Jetzt.AddDays(1), null), TriggerConflict.Throw, default);
        await plan.ScheduleAsync(scheduler, new(id, Jetzt.AddDays(9), null), TriggerConflict.Throw, default);

        (await plan.ReconcileAsync(scheduler, default)).ShouldBe(new Abgleichsergebnis(Neu: 0, Verlegt: 1, Verwaist: 1));
        (await plan.ReconcileAsync(scheduler, default)).ShouldBe(new Abgleichsergebnis(0, 0, 0));

        (await scheduler.Exists(Triggerplan.KeyOf(verwaist))).ShouldBeFalse();
        var naechster = (await scheduler.GetTrigger(Triggerplan.KeyOf(id)))!.NextFireTimeUtc.ShouldNotBeNull();
        naechster.ShouldBe(TimeProvider.System.GetUtcNow().AddDays(2), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_committed_reminder_is_delivered_without_waiting_for_the_comparison()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        await knoten.Jobs.WaitForAsync(nameof(Abgleich));
        await AddErinnerungAsync("x1", empfaenger: null, rolle: Domain.Akte.Rollen.Teamleitung);

        knoten.Get<Application.Ports.IErinnerungssignal>().Ring();

        await Mailer.WaitForAsync(1);
        Mailer.Mails.Single().Schluessel.ShouldBe("x1:yilmaz");
    }

    [Fact]
    public async Task A_failed_delivery_sets_the_trigger_of_its_next_attempt()
    {
        var id = await AddErinnerungAsync("x1");
        Mailer.Stoerung = _ => new InvalidOperationException("Mailserver nicht erreichbar");
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        await knoten.Jobs.WaitForAsync(nameof(ErinnerungZustellen));

        var erinnerung = await FindAsync(id);
        (erinnerung.Versuche, erinnerung.LetzterFehler).ShouldBe((1, "Mailserver nicht erreichbar"));
        var trigger = await (await knoten.SchedulerAsync()).GetTrigger(Triggerplan.KeyOf(id));
        trigger.ShouldNotBeNull().NextFireTimeUtc.ShouldNotBeNull()
            .ShouldBe(erinnerung.FruehestensAm!.Value.AddSeconds(1), TimeSpan.FromMilliseconds(1));
    }

    /// <summary>Triggers of reminders that a stopped node has left behind.</summary>
    private Task<long> TriggersAsync() => Datenbank.CountAsync($"QRTZ_TRIGGERS WHERE TRIGGER_GROUP = '{Triggerplan.Gruppe}'");
}

public sealed class WhenTriggersAreLostOnSqlite : WhenTriggersAreLost<OnSqlite>;

public sealed class WhenTriggersAreLostOnPostgreSql : WhenTriggersAreLost<OnPostgreSql>;
