using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>All processes: drafts and published versions.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[MitStudio]
internal sealed class ListeModel : Studioseite
{
    public override string Element => "elsa-workflow-definition-list";
}
