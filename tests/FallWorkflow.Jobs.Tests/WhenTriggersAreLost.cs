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
        await AddErinnerungAsync("gleich", Jetzt.AddMinutes(20));
        await AddErinnerungAsync("in180", Jetzt.AddDays(180));
        await using (var erster = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
        {
            await erster.Jobs.WaitForAsync(nameof(Abgleich));
            await erster.Jobs.WaitForAsync(nameof(ErinnerungZustellen));
        }

        (await TriggersAsync()).ShouldBe(1, "what is due in half a year needs none yet");
        await Datenbank.DeleteQuartzRowsAsync();
        (await TriggersAsync()).ShouldBe(0);
        Uhr.Advance(TimeSpan.FromMinutes(20));

        await using (var zweiter = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
            await zweiter.Jobs.WaitForAsync(nameof(ErinnerungZustellen));

        Mailer.Mails.Select(m => m.Schluessel).ShouldBe(["heute", "gleich"]);
        (await TriggersAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_reminder_in_180_days_survives_twenty_starts_as_a_row_gets_its_trigger_in_time_and_comes_once()
    {
        await AddErinnerungAsync("in180", Jetzt.AddDays(180));
        for (var neustart = 0; neustart < 20; neustart++)
        {
            await using (var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
                await knoten.Jobs.WaitForAsync(nameof(Abgleich));
            (await TriggersAsync()).ShouldBe(0);
            await Datenbank.DeleteQuartzRowsAsync();
        }

        Uhr.Set(Jetzt.AddDays(180).AddMinutes(-29));
        await using (var kurzVorher = await Knoten.StartAsync(Datenbank, Uhr, Mailer))
            await kurzVorher.Jobs.WaitForAsync(nameof(Abgleich));
        (await TriggersAsync()).ShouldBe(1);
        Uhr.Set(Jetzt.AddDays(180));
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
        var id = await AddErinnerungAsync("x1", Jetzt.AddMinutes(20));
        var verwaist = Guid.NewGuid();
        await plan.ScheduleAsync(scheduler, new(verwaist, Jetzt.AddDays(1), null), TriggerConflict.Throw, default);
        await plan.ScheduleAsync(scheduler, new(id, Jetzt.AddDays(9), null), TriggerConflict.Throw, default);

        (await plan.ReconcileAsync(scheduler, default)).ShouldBe(new Abgleichsergebnis(Neu: 0, Verlegt: 1, Verwaist: 1));
        (await plan.ReconcileAsync(scheduler, default)).ShouldBe(new Abgleichsergebnis(0, 0, 0));

        (await scheduler.Exists(Triggerplan.KeyOf(verwaist))).ShouldBeFalse();
        var naechster = (await scheduler.GetTrigger(Triggerplan.KeyOf(id)))!.NextFireTimeUtc.ShouldNotBeNull();
        naechster.ShouldBe(TimeProvider.System.GetUtcNow().AddMinutes(20), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Pages_hold_each_reminder_once_and_those_of_later_days_not_at_all()
    {
        foreach (var name in new[] { "a", "b", "c", "d" })
            await AddErinnerungAsync(name, Jetzt.AddMinutes(20));
        await AddErinnerungAsync("e", Jetzt.AddMinutes(21));
        await AddErinnerungAsync("f", Jetzt.AddDays(1));
        var erinnerungen = Knoten.Erinnerungen;
        var gelesen = new List<Application.Ports.Erinnerungstermin>();
        while (await erinnerungen.OffeneAsync(Jetzt.AddMinutes(30), gelesen.LastOrDefault(), 2) is { Count: > 0 } seite)
        {
            seite.Count.ShouldBeLessThanOrEqualTo(2);
            gelesen.AddRange(seite);
        }

        gelesen.Select(g => g.FaelligAt).ShouldBe([.. Enumerable.Repeat(Jetzt.AddMinutes(20), 4), Jetzt.AddMinutes(21)]);
        gelesen.Select(g => g.Id).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task More_reminders_than_a_page_holds_get_their_triggers()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        await knoten.Jobs.WaitForAsync(nameof(Abgleich));
        for (var n = 0; n < 501; n++)
            await AddErinnerungAsync($"x{n}", Jetzt.AddMinutes(20));
        var scheduler = await knoten.SchedulerAsync();

        (await knoten.Get<Triggerplan>().ReconcileAsync(scheduler, default)).ShouldBe(new Abgleichsergebnis(Neu: 501, 0, 0));
        (await knoten.Get<Triggerplan>().ReconcileAsync(scheduler, default)).ShouldBe(new Abgleichsergebnis(0, 0, 0));
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
