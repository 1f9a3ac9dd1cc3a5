using FallWorkflow.Application.Dokumente;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Traeger;

/// <summary>The file of a document that the client released for a referral, to be saved and never shown by the browser.</summary>
[Authorize(Roles = Rollen.Traeger)]
internal sealed class DokumentModel(Dokumentzugriff zugriff) : Fachseite
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string zuweisungId, [FromRoute] string dokumentId)
    {
        var (dokument, inhalt) = await zugriff.ReadReleasedAsync(zuweisungId, dokumentId, Akteur, Abbruch);
        return File(inhalt, dokument.Medientyp, dokument.Datei);
    }
}
