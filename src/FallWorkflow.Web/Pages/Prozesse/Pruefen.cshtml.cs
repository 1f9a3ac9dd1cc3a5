using FallWorkflow.Application.Prozessvergleich;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Whether the draft of a process could be published, and what is in the way.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
internal sealed class PruefenModel(IProzessberichte berichte) : Fachseite
{
    public Pruefbericht Bericht { get; private set; } = null!;

    public bool DarfGestalten => Akteur.Rolle == Rollen.Prozessgestalter;

    public string Basis => "/prozesse/" + Uri.EscapeDataString(Bericht.DefinitionId);

    public string? EditorOf(Pruefproblem problem) => problem.Zielschritt is { } schritt ? $"{Basis}?schritt={Uri.EscapeDataString(schritt)}" : null;

    public async Task OnGetAsync(string id) => Bericht = await berichte.CheckAsync(id, Abbruch);
}
