using FallWorkflow.Application.Prozessvergleich;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>What changed between two versions of a process, in sentences and on its picture.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
internal sealed class VergleichenModel(IProzessberichte berichte) : Fachseite
{
    public Vergleichsbericht Bericht { get; private set; } = null!;

    public Prozessbild Bild { get; private set; } = null!;

    public string Basis => "/prozesse/" + Uri.EscapeDataString(Bericht.DefinitionId);

    public async Task OnGetAsync(string id, string? von, string? nach)
    {
        Bericht = await berichte.CompareAsync(id, von, nach, Abbruch);
        Bild = Vergleichsbild.Of(Bericht.Vorher, Bericht.Nachher, Bericht.Aenderungen);
    }
}
