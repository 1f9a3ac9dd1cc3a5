using FallWorkflow.Application.Auskunft;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Web.Auskunft;

/// <summary>Hands the archive out.</summary>
internal sealed class Archivergebnis(Auskunftsarchiv archiv, Fallauskunft kopie) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var anhang = new ContentDispositionHeaderValue("attachment");
        anhang.SetHttpFileName($"auskunft-{kopie.Fall.Nummer}.zip");
        http.Response.ContentType = Auskunftsarchiv.Medientyp;
        http.Response.Headers.ContentDisposition = anhang.ToString();
        return archiv.WriteAsync(kopie, http.Response.Body, http.RequestAborted);
    }
}
