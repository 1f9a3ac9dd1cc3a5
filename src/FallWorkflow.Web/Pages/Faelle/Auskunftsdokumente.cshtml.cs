using FallWorkflow.Application.Auskunft;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The files that belong to an issued copy, as one archive to be saved and handed over (R25).</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung},{Rollen.Datenschutz}")]
internal sealed class AuskunftsdokumenteModel(Auskunftsarchiv archiv) : Fachseite
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] Guid eintrag) =>
        new Archivergebnis(archiv, await archiv.OpenAsync(id, eintrag, Akteur, Abbruch));
}
