using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>One running or finished process on the canvas, with its journal.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[MitStudio]
internal sealed class LaufModel : Studioseite
{
    public override string Element => "elsa-workflow-instance-viewer";

    public void OnGet(string id) => Gegenstand = ("instance-id", id);
}
