using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Formulare;

/// <summary>The form of one kind of fact.</summary>
internal sealed record Formular(TatsachenArt Art, IReadOnlyList<Feld> Felder)
{
    public string Titel => Formulartexte.Titel(Art.Name);

    public string? Hinweis => Formulartexte.Find($"Hinweis.{Art.Name}");

    public Feld? Feld(string name) => Felder.FirstOrDefault(f => f.Name == name);
}
