using System.Text.Json.Nodes;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Faelle;

/// <summary>Completes a task by a chosen result, or drops it with a reason (R86).</summary>
internal static class Aufgabenabschluss
{
    /// <summary>Stimulus that tells the waiting process; its key is the task's id.</summary>
    public const string Stimulus = "Aufgabe.Beendet";

    public const string Entfaellt = "Entfaellt";

    public static void Complete(FallScope scope, Aufgabe aufgabe, CompleteAufgabe befehl)
    {
        if (aufgabe.Status != Aufgabenstatus.Offen)
            throw new RuleBrokenException(new AufgabeMussOffenSein());
        if (befehl.Begruendung?.Length > 10_000)
            throw new InvalidInputException("begruendung", Texte.Of("BegruendungZuLang"));
        if (befehl.Ergebnis is null)
        {
            if (string.IsNullOrWhiteSpace(befehl.Begruendung))
                throw new InvalidInputException("begruendung", Texte.Of("EntfallOhneBegruendung"));
        }
        else if (!aufgabe.Ergebnisse.Contains(befehl.Ergebnis))
        {
            throw new InvalidInputException("ergebnis", aufgabe.Ergebnisse.Count == 0
                ? Texte.Of("AufgabeDurchTatsache", string.Join(", ", aufgabe.ErledigtDurch.Select(e => Texte.Of($"Tatsache.{e}"))))
                : Texte.Of("ErgebnisUnbekannt", string.Join(", ", aufgabe.Ergebnisse)));
        }

        var entfaellt = befehl.Ergebnis is null;
        scope.Close(aufgabe, entfaellt ? Aufgabenstatus.Entfallen : Aufgabenstatus.Erledigt, befehl.Ergebnis, befehl.Begruendung);
        scope.Enqueue(new(
            Stimulus, scope.Fall.Korrelation, aufgabe.Id.ToString("N"), new JsonObject { ["ergebnis"] = befehl.Ergebnis ?? Entfaellt }));
    }
}
