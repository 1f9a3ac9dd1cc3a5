using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Rahmen;

/// <summary>The main menu of each role.</summary>
internal static class Navigation
{
    public static IEnumerable<(string Pfad, string Text)> For(Akteur akteur)
    {
        if (akteur.Rolle == Rollen.Traeger)
        {
            yield return ("/traeger", Seitentexte.T("Traeger.Titel"));
            yield break;
        }

        yield return ("/", Seitentexte.T("Aufgaben.Titel"));
        yield return ("/faelle", Seitentexte.T("Faelle.Titel"));
        if (akteur.Rolle is Rollen.Fallmanager or Rollen.Teamleitung)
            yield return ("/termine", Seitentexte.T(akteur.Rolle == Rollen.Teamleitung ? "Termine.TitelBuero" : "Termine.Titel"));
        if (akteur.Rolle == Rollen.Integrationsfachkraft)
            yield return ("/uebergabe", Seitentexte.T("Uebergabe.Titel"));
        if (akteur.Rolle == Rollen.Fallmanager)
            yield return ("/vorkontakt", Seitentexte.T("Vorkontakt.Titel"));
        if (akteur.Rolle == Rollen.Teamleitung)
            yield return ("/team", Seitentexte.T("Team.Titel"));
        if (akteur.Rolle == Rollen.Datenschutz)
            yield return ("/datenschutz", Seitentexte.T("Datenschutz.Titel"));
        if (akteur.Rolle is Rollen.Fallmanager or Rollen.Teamleitung)
            yield return ("/netzwerk", Seitentexte.T("Netzwerk.Titel"));
        if (akteur.Rolle is Rollen.Fallmanager)
            yield return ("/befragungen", Seitentexte.T("Befragungen.Menue"));
        if (akteur.Rolle is Rollen.Teamleitung or Rollen.Prozessgestalter)
            yield return ("/stoerungen", Seitentexte.T("Stoerungen.Titel"));
        if (akteur.Rolle is Rollen.Teamleitung or Rollen.Prozessgestalter or Rollen.Datenschutz)
            yield return ("/prozesse", Seitentexte.T("Prozesse.Titel"));
    }
}
