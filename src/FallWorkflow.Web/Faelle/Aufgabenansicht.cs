using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Faelle;

/// <summary>Tasks as a list shows them, with the ways to do each.</summary>
internal sealed record Aufgabenansicht(IReadOnlyList<Aufgabenzeile> Zeilen, Akteur Akteur, DateOnly Heute, bool MitFall)
{
    public bool MayDo(Aufgabenzeile aufgabe) =>
        aufgabe.Rolle == Akteur.Rolle && (aufgabe.ZustaendigId is null || aufgabe.ZustaendigId == Akteur.Id);

    /// <summary>Whether its first result cannot be undone: the task of the shipped processes that leads to a deletion (R90). One click must not be enough for it.</summary>
    public static bool IsFinal(Aufgabenzeile aufgabe) => aufgabe.Art == "Loeschung";

    /// <summary>Forms that complete the task and that this person may fill in.</summary>
    public IEnumerable<(string Pfad, string Text)> FormsOf(Aufgabenzeile aufgabe) => aufgabe.ErledigtDurch
        .Select(TatsachenKatalog.Find)
        .Where(a => a is not null && a.Rollen.Contains(Akteur.Rolle))
        .Select(a => ($"/faelle/{aufgabe.FallId}/festhalten/{a!.Name}{(aufgabe.Bezug is null ? "" : $"?bezug={Uri.EscapeDataString(aufgabe.Bezug)}")}", Formulartexte.Titel(a.Name)));
}
