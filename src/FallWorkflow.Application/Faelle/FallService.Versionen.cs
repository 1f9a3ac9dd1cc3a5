using System.Globalization;
using System.Text.Json;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Verlauf;
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
    /// <summary>What a move would do to processes of a Fall; each process stands for itself, and nothing is changed.</summary>
    internal async Task<IReadOnlyList<Umzug>> PreviewAsync(
        Guid fallId, IReadOnlyList<string> instanzen, string vonId, MigrationPlan plan, Akteur akteur, string grund, CancellationToken cancellation)
    {
        RequireGestalter(akteur);
        List<Umzug> umzuege = [];
        var nummer = "";
        try
        {
            await RunAsync(null, fallId, akteur, null, async (scope, burst) =>
            {
                nummer = scope.Fall.Nummer;
                scope.Explain(grund);
                umzuege.Clear();
                foreach (var instanz in instanzen)
                    umzuege.Add(await MoveAsync(scope, burst, instanz, vonId, plan, grund, cancellation));
                return [];
            }, cancellation, onlyLooks: true);
        }
        catch (Exception e) when (nummer.Length > 0 && e is not (ConflictException or StoreUnavailableException or OperationCanceledException))
        {
            // An expression of the new version that fails in this Fall keeps this Fall from moving, and no other.
            return [.. instanzen.Select(i => new Umzug(nummer, i, false, [new("Fehler", null, Texte.Of("Umzug.Fehler", e.Message))], [], [], [], [], []))];
        }

        return umzuege;
    }

    /// <summary>Moves a Fall of an ordered Versionswechsel, once; the row of the order tells the result and the way back.</summary>
    internal Task MigrateAsync(
        Guid wechselId, Guid fallId, string vonId, MigrationPlan plan, Akteur akteur, string grund, CancellationToken cancellation)
    {
        RequireGestalter(akteur);
        return RunAsync(null, fallId, akteur, null, async (scope, burst) =>
        {
            if (await scope.Uow.FindWechselfallAsync(wechselId, fallId, cancellation) is not { Stand: Wechselstand.Offen } zeile)
                return [];
            scope.Explain(grund);
            scope.Log(Lesezugriff.Gelesen, Texte.Of("Zweck.Versionswechsel"), Lesezugriff.Aufgabenerfuellung);
            var vorher = await Rueckweg.StandAsync(scope, burst, cancellation);
            List<Umzug> umzuege = [];
            foreach (var instanz in vorher.Prozesse.Open.Where(i => i.DefinitionVersionId == vonId && i.CorrelationId == scope.Fall.Korrelation))
                umzuege.Add(await MoveAsync(scope, burst, instanz.Id, vonId, plan, grund, cancellation));
            zeile.Ergebnis = JsonSerializer.Serialize(umzuege, TatsachenKatalog.Json);
            zeile.At = scope.Jetzt;
            zeile.Stand = umzuege.Exists(u => u.Beweglich) ? Wechselstand.Umgezogen : Wechselstand.Geblieben;
            if (zeile.Stand == Wechselstand.Geblieben)
            {
                zeile.Hinweis = umzuege.Count == 0 ? Texte.Of("Umzug.NichtMehrDort") : null;
                return [];
            }

            zeile.Rueckweg = Rueckweg.Between(scope, burst, vorher, await Rueckweg.StandAsync(scope, burst, cancellation))?.ToJson();
            zeile.Takt = scope.Uow.TaktOf(scope.Fall) + 1;
            return [];
        }, cancellation);
    }

    /// <summary>Takes back the move of a Fall if nothing has happened in it since; otherwise its row says what keeps it.</summary>
    internal Task UndoAsync(Guid wechselId, Guid fallId, Akteur akteur, string grund, CancellationToken cancellation)
    {
        RequireGestalter(akteur);
        return RunAsync(null, fallId, akteur, null, async (scope, burst) =>
        {
            if (await scope.Uow.FindWechselfallAsync(wechselId, fallId, cancellation) is not { Stand: Wechselstand.RuecknahmeOffen } zeile)
                return [];
            scope.Explain(grund);
            scope.Log(Lesezugriff.Gelesen, Texte.Of("Zweck.Versionswechsel"), Lesezugriff.Aufgabenerfuellung);
            zeile.At = scope.Jetzt;
            var rueckweg = zeile.Rueckweg is { } json ? Rueckweg.Parse(json) : null;
            zeile.Hinweis = rueckweg is null ? Texte.Of("Umzug.OhneRueckweg")
                : scope.Uow.TaktOf(scope.Fall) != zeile.Takt || !await rueckweg.Prozesse.IsUntouchedAsync(burst.Store, cancellation) ? Texte.Of("Umzug.SeitdemGeschehen")
                : null;
            zeile.Stand = zeile.Hinweis is null ? Wechselstand.Zurueckgenommen : Wechselstand.NichtZurueck;
            if (zeile.Hinweis is null)
            {
                scope.Show(Verlaufsarten.Versionswechsel, Texte.Of("Umzug.VerlaufZurueck"), grund);
                await rueckweg!.RestoreAsync(scope, burst, engine, grund, cancellation);
            }

            return [];
        }, cancellation, keepsDates: true);
    }

    private async Task<Umzug> MoveAsync(
        FallScope scope, Burst burst, string instanzId, string vonId, MigrationPlan plan, string grund, CancellationToken cancellation)
    {
        var timer = (await burst.Store.TimersByCorrelationAsync(scope.Fall.Korrelation, cancellation)).ToDictionary(t => t.Id, t => (t.DueAt, NameOf(t)));
        var aufgaben = (await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id, cancellation)).ToDictionary(a => a.Id, a => a.Titel);
        var instanz = await burst.Store.FindInstanceAsync(instanzId, cancellation);
        var vonVersion = instanz?.Version;
        var ergebnis = await engine.MigrateAsync(burst, instanzId, vonId, plan, new Intervention(grund, scope.Akteur.Id), cancellation);
        if (ergebnis.Moved)
            scope.Show(Verlaufsarten.Versionswechsel, Texte.Of("Umzug.Verlauf", instanz!.Name ?? engine.NameOf(instanz), vonVersion, instanz.Version), grund, instanzId);

        // What follows from the move belongs to it: dates by the new rules, events the steps have published.
        while (scope.TryDequeue(out var stimulus))
            await engine.PublishAsync(burst, stimulus, cancellation);
        await Fristenabgleich.RunAsync(scope, burst, engine, cancellation);

        var danach = await burst.Store.TimersByCorrelationAsync(scope.Fall.Korrelation, cancellation);
        var offen = await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id, cancellation);
        return new Umzug(
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
    }

    private static void RequireGestalter(Akteur akteur)
    {
        if (akteur.Rolle is not (Rollen.System or Rollen.Prozessgestalter))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    internal static string NameOf(Engine.Timers.WorkflowTimer timer) =>
        timer.Rule is null ? timer.ActivityId : Fristregel.FromJson(timer.Rule).Bezeichnung;

    private static string Show(DateTimeOffset instant) => instant == Fristenplan.Unbestimmt
        ? Texte.Of("Unbestimmt")
        : $"{Ortszeit.DateOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Ortszeit.TimeOf(instant).ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
