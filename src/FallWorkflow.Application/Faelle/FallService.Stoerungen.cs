using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Faelle;

// A stopped process goes on, or is ended, by a person's decision.
public sealed partial class FallService
{
    internal async Task<FallErgebnis> RepairAsync(BehebeStoerung befehl, Akteur akteur, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(befehl.Begruendung))
            throw new InvalidInputException("begruendung", Texte.Of("Stoerung.OhneBegruendung"));
        if (befehl.Begruendung.Length > 10_000)
            throw new InvalidInputException("begruendung", Texte.Of("BegruendungZuLang"));

        Guid fallId;
        await using (var uow = uows.Begin())
        {
            var instanz = await uow.Engine.FindInstanceAsync(befehl.InstanzId, cancellation);
            if (!Guid.TryParse(instanz?.CorrelationId, out fallId))
                throw new NotFoundException(Texte.Of("Stoerung.Unbekannt"));
        }

        return await RunAsync(KeyOf(akteur, befehl.Schluessel, fallId, befehl with { Schluessel = null }), fallId, akteur, null, async (scope, burst) =>
        {
            Zugriffspolitik.RequireRepair(akteur, scope.Fall);
            var instanz = await burst.Store.FindInstanceAsync(befehl.InstanzId, cancellation);
            if (instanz is null || instanz.CorrelationId != scope.Fall.Korrelation)
                throw new NotFoundException(Texte.Of("Stoerung.Unbekannt"));
            if (instanz.SubStatus != WorkflowSubStatus.Faulted)
                throw new RuleBrokenException(new StoerungMussOffenSein());
            await RepairAsync(scope, burst, instanz, befehl, cancellation);
            return [];
        }, cancellation);
    }

    private async Task RepairAsync(FallScope scope, Burst burst, WorkflowInstance instanz, BehebeStoerung befehl, CancellationToken cancellation)
    {
        var warum = new Intervention(befehl.Begruendung.Trim(), scope.Akteur.Id);
        var berichte = engine.IncidentsOf(instanz);
        switch (befehl.Art)
        {
            case Behebung.Wiederholen:
                var betroffen = berichte.Where(b => befehl.AusfuehrungId is null || b.Incident.ExecutionId == befehl.AusfuehrungId).ToList();
                Show("Stoerung.Wiederholt", string.Join(", ", betroffen.Select(b => b.ActivityName)));
                RequireDone(await engine.RetryAsync(burst, instanz.Id, befehl.AusfuehrungId, warum, cancellation));
                break;
            case Behebung.Ueberspringen:
                var bericht = Choose(berichte, befehl);
                Show("Stoerung.Uebersprungen", bericht.ActivityName, befehl.Ausgang);
                RequireDone(await engine.SkipAsync(
                    burst, instanz.Id, bericht.Incident.ExecutionId!, befehl.Ausgang!, befehl.Werte, warum, cancellation));
                break;
            default:
                Show("Stoerung.Abgebrochen", engine.NameOf(instanz));
                RequireDone(await engine.CancelAsync(burst, instanz.Id, warum.Reason, cancellation));
                foreach (var aufgabe in await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id, cancellation))
                {
                    if (aufgabe.InstanceId == instanz.Id)
                        scope.Close(aufgabe, Aufgabenstatus.Entfallen, null, warum.Reason);
                }

                break;
        }

        void Show(string titel, params object?[] angaben) => scope.Show(Verlaufsarten.Stoerung, Texte.Of(titel, angaben), warum.Reason, instanz.Id);

        static void RequireDone(bool getan)
        {
            if (!getan)
                throw new RuleBrokenException(new StoerungMussOffenSein());
        }
    }

    private static IncidentReport Choose(IReadOnlyList<IncidentReport> berichte, BehebeStoerung befehl)
    {
        var offen = berichte.Where(b => b.CanSkip && (befehl.AusfuehrungId is null || b.Incident.ExecutionId == befehl.AusfuehrungId)).ToList();
        if (offen.Count == 0)
            throw new RuleBrokenException(new StoerungMussOffenSein());
        if (offen.Count > 1)
            throw new InvalidInputException("ausfuehrung", Texte.Of("Stoerung.WelcherSchritt"));
        var bericht = offen[0];
        if (befehl.Ausgang is null || !bericht.Outcomes.Contains(befehl.Ausgang))
            throw new InvalidInputException("ausgang", Texte.Of("Stoerung.OhneAusgang", string.Join(", ", bericht.Outcomes)));
        foreach (var (name, _) in befehl.Werte ?? [])
        {
            if (!bericht.Outputs.Contains(name))
                throw new InvalidInputException($"werte.{name}", Texte.Of("Stoerung.WertUnbekannt", name, string.Join(", ", bericht.Outputs)));
        }

        return bericht;
    }
}
