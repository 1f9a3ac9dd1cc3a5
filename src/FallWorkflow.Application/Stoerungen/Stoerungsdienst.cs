using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Stoerungen;

/// <summary>Shows processes that an incident has stopped, to those who may repair them, and has them go on.</summary>
public sealed class Stoerungsdienst(FallService faelle, IAbfragen abfragen, IWorkflowEngine engine, IDefinitionCatalog prozesse)
{
    /// <summary>What the person may repair, the latest first.</summary>
    /// <exception cref="ZugriffVerweigertException">The role repairs no processes.</exception>
    public async Task<IReadOnlyList<Stoerungszeile>> ListAsync(Akteur akteur, CancellationToken cancellation = default)
    {
        if (akteur.Rolle is not (Rollen.Teamleitung or Rollen.Prozessgestalter or Rollen.System) || (akteur.Rolle == Rollen.Teamleitung && akteur.BueroId is null))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        return [.. (await abfragen.GestoerteProzesseAsync(akteur.BueroId, cancellation: cancellation)).Select(g => ToZeile(g, akteur))];
    }

    /// <summary>Incidents of one Fall; the caller has asked whether the person may see the Fall.</summary>
    public async Task<IReadOnlyList<Stoerungszeile>> OfFallAsync(Guid fallId, Akteur akteur, CancellationToken cancellation = default) =>
        [.. (await abfragen.GestoerteProzesseAsync(fallId, cancellation)).Select(g => ToZeile(g, akteur))];

    /// <exception cref="NotFoundException">There is no such incident, or not for this person.</exception>
    public async Task<Stoerungszeile> FindAsync(string instanzId, Akteur akteur, CancellationToken cancellation = default) =>
        ToZeile(await RequireAsync(instanzId, akteur, cancellation), akteur);

    /// <exception cref="NotFoundException">There is no such process, or not for this person.</exception>
    /// <exception cref="Domain.Regeln.InvalidInputException">A reason is missing, or the step has no such outcome or value.</exception>
    /// <exception cref="Domain.Regeln.RuleBrokenException">The incident has been dealt with.</exception>
    public Task<FallErgebnis> RunAsync(BehebeStoerung befehl, Akteur akteur, CancellationToken cancellation = default) =>
        faelle.RepairAsync(befehl, akteur, cancellation);

    private async Task<GestoerterProzess> RequireAsync(string instanzId, Akteur akteur, CancellationToken cancellation)
    {
        var gefunden = await abfragen.FindGestoertenProzessAsync(instanzId, cancellation);
        return gefunden is not null && Zugriffspolitik.MayRepair(akteur, gefunden.BueroId ?? "")
            ? gefunden
            : throw new NotFoundException(Texte.Of("Stoerung.Unbekannt"));
    }

    private Stoerungszeile ToZeile(GestoerterProzess gestoert, Akteur akteur)
    {
        var instanz = gestoert.Instanz;
        return new(
            instanz.Id, instanz.DefinitionId, prozesse.FindVersion(instanz.DefinitionVersionId)?.Name is { Length: > 0 } name ? name : instanz.DefinitionId,
            instanz.Version,

            // A process designer repairs the process and has no business with the person.
            akteur.Rolle == Rollen.Prozessgestalter ? null : gestoert.FallId,
            gestoert.FallNummer, gestoert.BueroId, instanz.UpdatedAt,
            [
                .. engine.IncidentsOf(instanz).Select(b => new GestoerterSchritt(
                    b.Incident.ExecutionId, b.Incident.ActivityId, b.Incident.ActivityType, b.ActivityName, b.Incident.Message, b.Incident.Exception,
                    b.Incident.At, b.Incident.Attempts, b.CanContinue, b.CanSkip, b.Outcomes, b.Outputs)),
            ]);
    }
}
