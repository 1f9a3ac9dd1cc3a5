using System.Globalization;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Faelle;

// One Fall's process moves to another version: the same code looks (nothing is committed) and moves.
public sealed partial class FallService
{
    internal async Task<Umzug> MigrateAsync(
        Guid fallId, string instanzId, string vonId, MigrationPlan plan, Akteur akteur, string grund, bool nurVorschau, CancellationToken cancellation)
    {
        if (akteur.Rolle is not (Rollen.System or Rollen.Prozessgestalter))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        Umzug? umzug = null;
        await RunAsync(null, fallId, akteur, null, async (scope, burst) =>
        {
            scope.Explain(grund);
            var timer = (await burst.Store.TimersByCorrelationAsync(scope.Fall.Korrelation, cancellation)).ToDictionary(t => t.Id, t => (t.DueAt, NameOf(t)));
            var aufgaben = (await scope.Uow.OffeneAufgabenAsync(fallId, cancellation)).ToDictionary(a => a.Id, a => a.Titel);
            var ergebnis = await engine.MigrateAsync(burst, instanzId, vonId, plan, new Intervention(grund, akteur.Id), cancellation);

            // What follows from the move belongs to it: dates by the new rules, events the steps have published.
            while (scope.TryDequeue(out var stimulus))
                await engine.PublishAsync(burst, stimulus, cancellation);
            await Fristenabgleich.RunAsync(scope, burst, engine, cancellation);

            var danach = await burst.Store.TimersByCorrelationAsync(scope.Fall.Korrelation, cancellation);
            var offen = await scope.Uow.OffeneAufgabenAsync(fallId, cancellation);
            umzug = new Umzug(
                scope.Fall.Nummer,
                instanzId,
                ergebnis.Moved,
                [.. ergebnis.Obstacles.Select(h => new Hindernis(h.Kind.ToString(), h.ActivityId, Texte.Of($"Umzug.{h.Kind}", h.ActivityName ?? "")))],
                [.. ergebnis.Steps.Select(s => new Umzugsschritt(s.From, s.To, s.Kind.ToString()))],
                [
                    .. danach.Where(t => !timer.TryGetValue(t.Id, out var alt) || alt.DueAt != t.DueAt)
                        .Select(t => new Umzugstermin(NameOf(t), timer.TryGetValue(t.Id, out var alt) ? Show(alt.DueAt) : null, Show(t.DueAt))),
                    .. timer.Where(alt => danach.All(t => t.Id != alt.Key)).Select(alt => new Umzugstermin(alt.Value.Item2, Show(alt.Value.DueAt), null)),
                ],
                [.. danach.Where(t => timer.TryGetValue(t.Id, out var alt) && alt.DueAt == t.DueAt && t.InstanceId == instanzId).Select(t => new Umzugstermin(NameOf(t), Show(t.DueAt), Show(t.DueAt)))],
                [.. offen.Where(a => !aufgaben.ContainsKey(a.Id)).Select(a => a.Titel)],
                [.. aufgaben.Where(alt => offen.All(a => a.Id != alt.Key)).Select(alt => alt.Value)]);
            return [];
        }, cancellation, nurVorschau);
        return umzug!;
    }

    private static string NameOf(Engine.Timers.WorkflowTimer timer) =>
        timer.Rule is null ? timer.ActivityId : Fristregel.FromJson(timer.Rule).Bezeichnung;

    private static string Show(DateTimeOffset instant) => instant == Fristenplan.Unbestimmt
        ? Texte.Of("Unbestimmt")
        : $"{Ortszeit.DateOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Ortszeit.TimeOf(instant).ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
