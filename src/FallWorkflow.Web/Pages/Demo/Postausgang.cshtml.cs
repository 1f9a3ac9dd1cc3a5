using FallWorkflow.Application.Ports;
using FallWorkflow.Web.Demo;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Web.Pages.Demo;

/// <summary>Mails that the demo kept instead of sending; does not exist elsewhere.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class PostausgangModel(IServiceProvider services) : Fachseite
{
    public IReadOnlyList<GesendeteMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (services.GetService<IDemosteuerung>() is null || services.GetService<IPostausgang>() is not { } postausgang)
            return NotFound();
        Mails = await postausgang.LatestAsync(200, Abbruch);
        return Page();
    }
}
