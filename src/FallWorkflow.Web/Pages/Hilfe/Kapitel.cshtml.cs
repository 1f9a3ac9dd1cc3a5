using FallWorkflow.Web.Hilfe;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Hilfe;

/// <summary>One chapter of the handbook.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class KapitelModel : Fachseite
{
    public Kapitel Kapitel { get; private set; } = null!;

    public IActionResult OnGet([FromRoute] string name)
    {
        if (Handbuch.Find(name) is not { } kapitel)
            return NotFound();
        Kapitel = kapitel;
        return Page();
    }
}
