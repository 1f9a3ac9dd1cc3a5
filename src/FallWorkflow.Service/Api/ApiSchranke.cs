using FallWorkflow.Service.Api.Probleme;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Service.Api;

/// <summary>
/// What every request of the API has to fulfil before it is looked at: not larger than 1 MB, and JSON. The latter is also
/// the protection against forged requests, since no form of another site can send it and the cookie stays on this one. Where a file
/// comes (<see cref="NimmtDatei"/>), forms could be sent; there the Idempotency-Key, a header that no form has, protects.
/// </summary>
internal sealed class ApiSchranke(RequestDelegate next)
{
    /// <summary>Longest body in bytes: the largest process definition is a tenth of it.</summary>
    public const long MaxBytes = 1024 * 1024;

    /// <summary>What a file may have around it, in bytes: the other parts of its form.</summary>
    private const long Drumherum = 256 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Problem.IsApi(context))
        {
            await next(context);
            return;
        }

        var datei = context.GetEndpoint()?.Metadata.GetMetadata<NimmtDatei>();
        var grenze = datei is null ? MaxBytes : datei.MaxBytes + Drumherum;
        if (context.Request.ContentLength > grenze)
        {
            // Read to the end (the server cuts off far larger ones), since many clients see a broken connection otherwise.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await RefuseLargeAsync(context, datei);
            return;
        }

        if (context.Request.ContentLength is null && !await TryBufferAsync(context, grenze))
        {
            await RefuseLargeAsync(context, datei);
            return;
        }

        if (datei is not null)
        {
            if (datei.Auch is { } typ && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var gesendet) && gesendet.MediaType.Equals(typ, StringComparison.OrdinalIgnoreCase))
                await next(context); // No form can send this type either.
            else if (!context.Request.HasFormContentType)
                await Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, Problemarten.KeineDatei);
            else if (Idempotenz.KeyOf(context) is not { Length: <= Idempotenz.MaxLaenge })
                await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Problemarten.AnfrageUngueltig, Texte.Of("Schluessel.Noetig", Idempotenz.MaxLaenge));
            else
                await next(context);
            return;
        }

        // The editor's requests prove their origin by a header of their own; some have no body, some are files.
        if (!Problem.IsStudio(context) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !context.Request.HasJsonContentType())
        {
            await Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, Problemarten.KeinJson);
            return;
        }

        await next(context);
    }

    private static Task RefuseLargeAsync(HttpContext context, NimmtDatei? datei) => Problem.WriteAsync(
        context, StatusCodes.Status413PayloadTooLarge, Problemarten.ZuGross,
        datei is null ? null : Texte.Of("Problem.zu-gross.Datei", (decimal)datei.MaxBytes / Application.Dokumente.Dokumentgrenzen.Megabyte));

    /// <summary>
    /// Reads a body that does not say how long it is. False if it is too large; then it was read to the end as well. The server
    /// would cut it off at its limit, and the caller would see a broken connection instead of an answer.
    /// </summary>
    private static async Task<bool> TryBufferAsync(HttpContext context, long grenze)
    {
        var puffer = new MemoryStream();
        context.Response.RegisterForDispose(puffer);
        var teil = new byte[16 * 1024];
        int n;
        while ((n = await context.Request.Body.ReadAsync(teil, context.RequestAborted)) > 0)
        {
            await puffer.WriteAsync(teil.AsMemory(0, n), context.RequestAborted);
            if (puffer.Length <= grenze)
                continue;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            return false;
        }

        puffer.Position = 0;
        context.Request.Body = puffer;
        return true;
    }
}
