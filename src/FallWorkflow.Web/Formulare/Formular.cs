using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Web.Formulare;

/// <summary>The form of one kind of fact.</summary>
internal sealed record Formular(TatsachenArt Art, IReadOnlyList<Feld> Felder)
{
    public string Titel => GehoertZumNetzwerk ? Application.Texte.Of($"Netzwerk.{Art.Name}") : Formulartexte.Titel(Art.Name);

    public string? Hinweis => Formulartexte.Find($"Hinweis.{Art.Name}");

    /// <summary>Makes the fact from its JSON.</summary>
    public Angabe Parse(string json) =>
        GehoertZumNetzwerk ? Netzwerkkatalog.Deserialize(Art.Name, json) : TatsachenKatalog.Deserialize(Art.Name, json);

    private bool GehoertZumNetzwerk => Art.Type.IsAssignableTo(typeof(Netzwerktatsache));

    public Feld? Feld(string name) => Felder.FirstOrDefault(f => f.Name == name);
}
