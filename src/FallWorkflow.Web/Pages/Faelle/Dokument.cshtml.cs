using FallWorkflow.Application.Dokumente;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The file of a document, to be saved and never shown by the browser.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class DokumentModel(Dokumentzugriff zugriff) : Fachseite
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] string dokumentId)
    {
        var (dokument, inhalt) = await zugriff.ReadAsync(id, dokumentId, Akteur, Abbruch);
        return File(inhalt, dokument.Medientyp, dokument.Datei);
    }
}
