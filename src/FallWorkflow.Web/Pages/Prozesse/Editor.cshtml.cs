using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>One process in the editor; read-only for everybody but process designers.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[MitStudio]
internal sealed class EditorModel : Studioseite
{
    public override string Element => "elsa-workflow-definition-editor";

    public void OnGet(string id) => Gegenstand = ("definition-id", id);
}
