using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.Erinnern</c> and <c>FallWorkflow.Eskalieren</c>: give notice to a person or role; the jobs deliver it.
/// An escalation goes to the team lead by default and shows as such.
/// </summary>
internal sealed class Erinnern(string kurzname, string standardrolle, string verlaufsart) : IActivity
{
    public static Erinnern Erinnerung() => new("Erinnern", Rollen.Fallmanager, Verlaufsarten.Erinnerung);

    public static Erinnern Eskalation() => new("Eskalieren", Rollen.Teamleitung, Verlaufsarten.Eskalation);

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        kurzname,
        [
            Beschreibungen.Eingabe("titel", pflicht: true),
            Beschreibungen.Eingabe("text"),
            Beschreibungen.Eingabe("rolle", auswahl: [Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung, Rollen.Datenschutz]),
        ],
        [ActivityDescriptor.Done]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        if (scope.HoltNach)
        {
            await context.CompleteAsync();
            return;
        }

        var rolle = context.Text("rolle") ?? standardrolle;
        var titel = context.Required("titel");

        // The mail names the Fall by its number only: mail leaves the house's protection.
        scope.Remind(new Erinnerung
        {
            Id = Kennung.Of("erinnerung", context.ExecutionId),
            Schluessel = context.ExecutionId,
            FallId = scope.Fall.Id,
            BueroId = scope.Fall.BueroId,
            Rolle = rolle,
            EmpfaengerId = rolle switch
            {
                Rollen.Fallmanager => scope.Fall.FallmanagerId,
                Rollen.Integrationsfachkraft => scope.Fall.IntegrationsfachkraftId,
                _ => null,
            },
            Betreff = $"{titel} ({scope.Fall.Nummer})",
            Text = context.Text("text") ?? titel,
            FaelligAt = scope.Jetzt,
        });
        scope.Show(verlaufsart, titel, Texte.Of("An", Texte.Of($"Rolle.{rolle}")));
        await context.CompleteAsync();
    }
}
