using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Stoerungen;

/// <summary>
/// Tells people that a process stands still, in the transaction in which it stopped: the Verlauf shows it, and the team
/// lead is reminded, since a process that stands lets its dates pass.
/// </summary>
internal static class Stoerungsmeldung
{
    public static void Report(FallScope scope, Burst burst, IWorkflowEngine engine)
    {
        foreach (var gruppe in burst.Faults.GroupBy(f => f.Instance))
        {
            var instanz = gruppe.Key;
            if (instanz.SubStatus != WorkflowSubStatus.Faulted)
                continue;
            var prozess = engine.NameOf(instanz);
            var berichte = engine.IncidentsOf(instanz);
            foreach (var bericht in berichte)
                scope.Show(Verlaufsarten.Stoerung, Texte.Of("Stoerung.Titel", prozess, bericht.ActivityName), null, instanz.Id);

            // The cause may name what is nobody's business outside the house; the mail leaves it out.
            var schritte = string.Join(", ", berichte.Select(b => b.ActivityName).Distinct());
            var schluessel = $"stoerung:{instanz.Id}:{instanz.LastSequence}";
            scope.Remind(new Erinnerung
            {
                Id = Kennung.Of(schluessel),
                Schluessel = schluessel,
                FallId = scope.Fall.Id,
                BueroId = scope.Fall.BueroId,
                Rolle = Rollen.Teamleitung,
                Betreff = Texte.Of("Stoerung.Betreff", prozess, scope.Fall.Nummer),
                Text = Texte.Of("Stoerung.Text", prozess, schritte),
                FaelligAt = scope.Jetzt,
            });
        }
    }
}
