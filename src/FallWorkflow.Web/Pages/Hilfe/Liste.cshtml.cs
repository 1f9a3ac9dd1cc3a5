using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Hilfe;

/// <summary>The chapters of the handbook.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class ListeModel : Fachseite;
