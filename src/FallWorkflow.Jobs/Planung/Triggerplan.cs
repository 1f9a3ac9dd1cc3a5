using System.Globalization;
using FallWorkflow.Application.Ports;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>
/// Keeps one trigger for each reminder that has to be delivered soon. Triggers only wake somebody up; what is due, and whether it
/// has been delivered, stands in the rows alone. So every trigger may be lost, doubled or early without harm. Reminders beyond
/// <paramref name="vorausschau"/> have none yet: a later comparison sets it, however many sleep meanwhile.
/// </summary>
internal sealed class Triggerplan(IErinnerungen erinnerungen, TimeProvider prozessuhr, TimeProvider echtzeit, TimeSpan vorausschau)
{
    private const int Seite = 500;

    /// <summary>Group of the triggers; a trigger's name is the row's id.</summary>
    public const string Gruppe = "Erinnerung";

    /// <summary>Quartz may fire a few milliseconds ahead; a reminder never is.</summary>
    private static readonly TimeSpan Sicherheit = TimeSpan.FromSeconds(1);

    /// <summary>Adds missing triggers, moves late ones forward, replaces broken ones and removes those without a row.</summary>
    public async Task<Abgleichsergebnis> ReconcileAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        // Triggers first: a row that is committed in between has no trigger yet and is none too many.
        var vorhandene = (await scheduler.QueryTriggers(
                new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Gruppe), Take = PagedQuery.All }, cancellation))
            .Items.ToDictionary(t => t.Key);

        var bis = prozessuhr.GetUtcNow() + vorausschau;
        var (neu, verlegt) = (0, 0);
        for (Erinnerungstermin? nach = null; ;)
        {
            var offene = await erinnerungen.OffeneAsync(bis, nach, Seite, cancellation);
            foreach (var termin in offene)
            {
                if (!vorhandene.Remove(KeyOf(termin.Id), out var trigger))
                    neu += await ScheduleAsync(scheduler, termin, TriggerConflict.KeepEarlier, cancellation);
                else if (trigger.State == TriggerState.Error)
                    verlegt += await ScheduleAsync(scheduler, termin, TriggerConflict.Replace, cancellation);
                else if (trigger.NextFireTimeUtc > WakeUpAt(termin) + Sicherheit)
                    verlegt += await ScheduleAsync(scheduler, termin, TriggerConflict.KeepEarlier, cancellation);
            }

            if (offene.Count < Seite)
                break;
            nach = offene[^1];
        }

        // What is left has no row that waits for it, or not yet.
        if (vorhandene.Count > 0)
            await scheduler.UnscheduleJobs([.. vorhandene.Keys], cancellation);
        return new(neu, verlegt, vorhandene.Count);
    }

    public async Task<int> ScheduleAsync(IScheduler scheduler, Erinnerungstermin termin, TriggerConflict conflict, CancellationToken cancellation)
    {
        var trigger = TriggerBuilder.Create(echtzeit)
            .WithIdentity(KeyOf(termin.Id))
            .ForJob(ErinnerungZustellen.Key)
            .StartAt(WakeUpAt(termin))
            .Build();
        await scheduler.ScheduleTrigger(trigger, conflict, cancellation);
        return 1;
    }

    public static TriggerKey KeyOf(Guid id) => new(id.ToString("N", CultureInfo.InvariantCulture), Gruppe);

    public static Guid IdOf(TriggerKey key) => Guid.ParseExact(key.Name, "N");

    /// <summary>
    /// When to wake up in real time, as if the process clock went on at the pace of the real one. If it jumps instead, whoever
    /// moves it runs what is due.
    /// </summary>
    private DateTimeOffset WakeUpAt(Erinnerungstermin termin)
    {
        var jetzt = echtzeit.GetUtcNow();
        var noch = termin.FaelligAt - prozessuhr.GetUtcNow();
        var faellig = noch > TimeSpan.Zero ? jetzt + noch + Sicherheit : jetzt;
        return termin.FruehestensAm is { } frei && frei + Sicherheit > faellig ? frei + Sicherheit : faellig;
    }
}
