using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Running and finished processes.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[MitStudio]
internal sealed class LaeufeModel : Studioseite
{
    public override string Element => "elsa-workflow-instance-list";
}
