using FallWorkflow.Application.Termine;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>An appointment as a calendar file to be saved.</summary>
[Authorize(Roles = Terminleser.Rollen)]
internal sealed class KalenderModel(Terminleser leser) : Fachseite
{
    public async Task<IActionResult> OnGetAsync(Guid id, string termin) =>
        File(await leser.CalendarAsync(id, termin, Akteur, Abbruch), Kalenderdatei.ContentType, Terminleser.Dateiname);
}
