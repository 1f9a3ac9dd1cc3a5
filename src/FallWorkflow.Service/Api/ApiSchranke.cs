using FallWorkflow.Service.Api.Probleme;

namespace FallWorkflow.Service.Api;

/// <summary>
/// What every request of the API has to fulfil before it is looked at: not larger than 1 MB, and JSON. The latter is also
/// the protection against forged requests, since no form of another site can send it and the cookie stays on this one.
/// </summary>
internal sealed class ApiSchranke(RequestDelegate next)
{
    /// <summary>Longest body in bytes: the largest process definition is a tenth of it.</summary>
    public const long MaxBytes = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Problem.IsApi(context))
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength > MaxBytes)
        {
            // Read to the end (the server cuts off far larger ones), since many clients see a broken connection otherwise.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, Problemarten.ZuGross);
            return;
        }

        if (context.Request.ContentLength is null && !await TryBufferAsync(context))
        {
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, Problemarten.ZuGross);
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

    /// <summary>
    /// Reads a body that does not say how long it is. False if it is too large; then it was read to the end as well. The server
    /// would cut it off at its limit, and the caller would see a broken connection instead of an answer.
    /// </summary>
    private static async Task<bool> TryBufferAsync(HttpContext context)
    {
        var puffer = new MemoryStream();
        context.Response.RegisterForDispose(puffer);
        var teil = new byte[16 * 1024];
        int n;
        while ((n = await context.Request.Body.ReadAsync(teil, context.RequestAborted)) > 0)
        {
            await puffer.WriteAsync(teil.AsMemory(0, n), context.RequestAborted);
            if (puffer.Length <= MaxBytes)
                continue;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            return false;
        }

        puffer.Position = 0;
        context.Request.Body = puffer;
        return true;
    }
}
