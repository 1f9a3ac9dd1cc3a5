using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.AkteLoeschen</c>: has the Fall deleted with everything that belongs to it, right after the transaction (R90).
/// Only data protection's confirmation leads here, whatever a process or a concept says, and only where the Fall has ended; otherwise it leaves by <c>NichtBeendet</c>.
/// Where the period has not ended, or is set no longer, it leaves by <c>NichtAbgelaufen</c>: an old task is no permission.
/// </summary>
internal sealed class AkteLoeschen : IActivity
{
    private const string NichtBeendet = "NichtBeendet";
    private const string NichtAbgelaufen = "NichtAbgelaufen";

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "AkteLoeschen", [Beschreibungen.Eingabe("parameter", auswahl: Fachkonzept.Parameter.ToList())], [ActivityDescriptor.Done, NichtBeendet, NichtAbgelaufen]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        if (!Zugriffspolitik.MayDelete(scope.Akteur))
            throw new ProzessfehlerException(Texte.Of("LoeschungOhneBestaetigung"));
        if (!scope.Fall.Status.IsEnded())
        {
            await context.CompleteAsync(NichtBeendet);
            return;
        }

        var parameter = context.Text("parameter") ?? Fristparameter.Aufbewahrung;
        var regel = new Fristregel(context.Activity.DisplayText, Ankerpunkte.Aufbewahrung, Parameter: parameter, Punkt: Fristpunkt.Ablauf, RuhtBeiPause: false);
        if (scope.Fristen.MovedTo(regel) > scope.Jetzt)
        {
            await context.CompleteAsync(NichtAbgelaufen);
            return;
        }

        scope.Delete(scope.Fristen.Find(parameter)?.ToString());
        await context.CompleteAsync();
    }
}
