using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Netzwerk;

/// <summary>The help around the office: offers, agreements, conferences, ratings (R68–R71).</summary>
[Authorize(Roles = Rollengruppen.Vernetzende)]
internal sealed class ListeModel(Netzwerkdienst netzwerk, IStammdaten stammdaten) : Fachseite
{
    private Dictionary<string, string> _traeger = [];

    public Netzwerkstand Stand { get; private set; } = null!;

    public string? Festgehalten { get; private set; }

    /// <summary>What this person records, in the order of the sections.</summary>
    public IEnumerable<TatsachenArt> Formulare => Netzwerkkatalog.Alle.Where(a => a.Rollen.Contains(Akteur.Rolle)).OrderBy(a => a.Anforderungen, StringComparer.Ordinal);

    public string TraegerOf(string id) => _traeger.GetValueOrDefault(id, id);

    public string AngebotOf(string id) => Stand.Angebote.FirstOrDefault(a => a.Angebot.Id == id)?.Angebot.Bezeichnung ?? Seitentexte.T("Netzwerk.Gestrichen");

    public async Task OnGetAsync(string? festgehalten)
    {
        Stand = await netzwerk.ReadAsync(Akteur, Abbruch);
        _traeger = (await stammdaten.TraegerAsync(Abbruch)).ToDictionary(t => t.Id, t => t.Name);
        Festgehalten = Netzwerkkatalog.Find(festgehalten ?? "") is { } art ? Application.Texte.Of($"Netzwerk.{art.Name}") : null;
    }
}
