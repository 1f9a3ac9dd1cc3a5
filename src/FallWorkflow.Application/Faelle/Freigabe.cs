using System.Globalization;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Faelle;

/// <summary>Departures for which the office's concept demands the approval of a second person (R86). By default there are none.</summary>
internal static class Freigabe
{
    /// <summary>What is recorded instead of the fact until it is approved; null if it takes effect at once.</summary>
    /// <exception cref="ZugriffVerweigertException">A correction would be such a departure; it is to be recorded anew.</exception>
    public static AbweichungBeantragt? RequestOf(FallScope scope, RecordTatsache befehl)
    {
        if (scope.Konzept.FreigabeFuer is not { Count: > 0 } freigabeFuer || scope.Akteur.Rolle == Rollen.System)
            return null;
        var erfassung = new Erfassung(
            befehl.WirksamAm, scope.Heute, scope.Jetzt, scope.Akteur.Id, befehl.Begruendung, befehl.WochenendeBestaetigt, scope.Kalender.IsWerktag(befehl.WirksamAm));
        if (befehl.Berichtigt is not null)
        {
            // A correction takes effect at once, so it must not be the way around a second person.
            if (Abweichungen.AllIn(befehl.Tatsache, scope.Fall, erfassung).Any(freigabeFuer.Contains))
                throw new ZugriffVerweigertException(Texte.Of("BerichtigungOhneFreigabe"));
            return null;
        }

        if (Abweichungen.Of(befehl.Tatsache, scope.Fall, erfassung) is not { } abweichung || !freigabeFuer.Contains(abweichung))
            return null;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"antrag-{scope.Fall.Akte.Count + 1}"), abweichung, TatsachenKatalog.ArtOf(befehl.Tatsache).Name,
            TatsachenKatalog.Serialize(befehl.Tatsache), befehl.Begruendung ?? "");
    }
}
