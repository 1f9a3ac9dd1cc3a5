using System.Text.Json.Nodes;
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
        RequireRepairer(akteur);
        return [.. (await abfragen.GestoerteProzesseAsync(akteur.BueroId, cancellation: cancellation)).Select(g => ToZeile(g, akteur))];
    }

    /// <summary>Failed steps that are tried again by themselves, the next attempt first.</summary>
    /// <exception cref="ZugriffVerweigertException">The role repairs no processes.</exception>
    public async Task<IReadOnlyList<Wiederholungszeile>> WaitingAsync(Akteur akteur, CancellationToken cancellation = default)
    {
        RequireRepairer(akteur);
        return [.. (await abfragen.WartendeVersucheAsync(akteur.BueroId, cancellation: cancellation)).Select(w => ToZeile(w, akteur))];
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

    private static void RequireRepairer(Akteur akteur)
    {
        if (akteur.Rolle is not (Rollen.Teamleitung or Rollen.Prozessgestalter or Rollen.System) || (akteur.Rolle == Rollen.Teamleitung && akteur.BueroId is null))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }

    private async Task<GestoerterProzess> RequireAsync(string instanzId, Akteur akteur, CancellationToken cancellation)
    {
        var gefunden = await abfragen.FindGestoertenProzessAsync(instanzId, cancellation);
        return gefunden is not null && Zugriffspolitik.MayRepair(akteur, gefunden.BueroId ?? "")
            ? gefunden
            : throw new NotFoundException(Texte.Of("Stoerung.Unbekannt"));
    }

    private Wiederholungszeile ToZeile(WartenderVersuch wartend, Akteur akteur)
    {
        var (prozess, zeitgeber) = (prozesse.FindVersion(wartend.DefinitionVersionId), wartend.Zeitgeber);
        var angaben = wartend.Angaben is null ? null : JsonNode.Parse(wartend.Angaben);
        return new(
            zeitgeber.InstanceId, wartend.DefinitionId, prozess?.Name is { Length: > 0 } name ? name : wartend.DefinitionId, wartend.Version,
            akteur.Rolle == Rollen.Prozessgestalter ? null : wartend.FallId, wartend.FallNummer, wartend.BueroId,
            zeitgeber.ActivityId, prozess?.Root.Find(zeitgeber.ActivityId)?.DisplayText is { Length: > 0 } schritt ? schritt : zeitgeber.ActivityId,
            angaben?["message"]?.ToString(), angaben?["attempt"]?.GetValue<int>(), angaben?["of"]?.GetValue<int>(), zeitgeber.DueAt);
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
