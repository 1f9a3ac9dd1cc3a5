using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Rahmen;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>A page that holds one element of Elsa Studio.</summary>
internal abstract class Studioseite : Fachseite
{
    /// <summary>Tag of the element.</summary>
    public abstract string Element { get; }

    /// <summary>Attribute and value that tell the element what to show; null if it shows a list.</summary>
    public (string Attribut, string Wert)? Gegenstand { get; protected set; }

    public bool DarfGestalten => Akteur.Rolle == Rollen.Prozessgestalter;
}
