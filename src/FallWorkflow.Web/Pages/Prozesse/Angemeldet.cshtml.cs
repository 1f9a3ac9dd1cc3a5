using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Where a sign-in leads that the editor asked for in a second window: it has nothing to do but to be closed.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
internal sealed class AngemeldetModel : Fachseite;
