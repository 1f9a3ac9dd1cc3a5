using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>All processes: drafts and published versions.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[MitStudio]
internal sealed class ListeModel(IVeroeffentlichungen veroeffentlichungen) : Studioseite
{
    public override string Element => "elsa-workflow-definition-list";

    /// <summary>Requests that wait for a second person, and those that lapsed.</summary>
    public IReadOnlyList<Antragsangabe> Antraege { get; private set; } = [];

    public IReadOnlyList<Dateikonflikt> Konflikte { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Antraege = await veroeffentlichungen.RequestsAsync(Abbruch);
        Konflikte = await veroeffentlichungen.ConflictsAsync(Abbruch);
    }
}
