using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Api.Probleme;
using FallWorkflow.Service.Zusammenbau;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> that succeeded gets the same answer when it is repeated; the same key with another
/// request is refused. The effect itself is guarded in the Fall's transaction, so a crash between the two repeats nothing.
/// </summary>
internal sealed class Idempotenz(RequestDelegate next, IIdempotenz antworten, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Set to <c>true</c> on an answer that was given before.</summary>
    public const string WiederholtHeader = "Idempotency-Replayed";

    /// <summary>Longest key, in characters.</summary>
    public const int MaxLaenge = 200;

    /// <summary>The key under which the command is executed once; null without header.</summary>
    public static string? KeyOf(HttpContext context) =>
        context.Request.Headers[Header].ToString() is { Length: > 0 } key ? key : null;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !Problem.IsApi(context) || KeyOf(context) is not { } key
            || context.User.Identity?.IsAuthenticated != true || context.GetEndpoint()?.Metadata.GetMetadata<OhneIdempotenz>() is not null)
        {
            await next(context);
            return;
        }

        if (key.Length > MaxLaenge)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Problemarten.AnfrageUngueltig, Texte.Of("Schluessel.ZuLang", MaxLaenge));
            return;
        }

        var pruefsumme = await HashAsync(context);
        var akteur = context.User.ToAkteur().Id;
        if (await antworten.FindAsync(key, akteur, context.RequestAborted) is { } frueher)
        {
            await ReplayAsync(context, frueher, pruefsumme);
            return;
        }

        var original = context.Response.Body;
        using var puffer = new MemoryStream();
        context.Response.Body = puffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = original;
        }

        if (context.Response.StatusCode is >= 200 and < 300)
        {
            var gemerkt = new Gemerkt(
                pruefsumme, Encoding.UTF8.GetString(puffer.GetBuffer(), 0, (int)puffer.Length), context.Response.ContentType,
                context.Response.Headers.ETag.ToString(), context.Response.Headers.Location.ToString());
            await antworten.SaveAsync(
                new IdempotenteAntwort
                {
                    Key = key,
                    AkteurId = akteur,
                    Status = context.Response.StatusCode,
                    ResponseJson = JsonSerializer.Serialize(gemerkt),
                    At = echtzeit.GetUtcNow(),
                },
                context.RequestAborted);
        }

        puffer.Position = 0;
        await puffer.CopyToAsync(original, context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, IdempotenteAntwort frueher, string pruefsumme)
    {
        var gemerkt = JsonSerializer.Deserialize<Gemerkt>(frueher.ResponseJson!)!;
        if (gemerkt.Pruefsumme != pruefsumme)
        {
            await Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, Problemarten.SchluesselWiederverwendet);
            return;
        }

        context.Response.StatusCode = frueher.Status;
        context.Response.Headers[WiederholtHeader] = "true";
        if (gemerkt.ContentType is { Length: > 0 })
            context.Response.ContentType = gemerkt.ContentType;
        if (gemerkt.ETag is { Length: > 0 })
            context.Response.Headers.ETag = gemerkt.ETag;
        if (gemerkt.Location is { Length: > 0 })
            context.Response.Headers.Location = gemerkt.Location;
        // Even an empty text counts as a body, which the server forbids with 204 by cutting the connection off.
        if (gemerkt.Inhalt.Length > 0)
            await context.Response.WriteAsync(gemerkt.Inhalt, context.RequestAborted);
    }

    private static async Task<string> HashAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Path}{context.Request.QueryString}\n"));
        var teil = new byte[16 * 1024];
        int n;
        while ((n = await context.Request.Body.ReadAsync(teil, context.RequestAborted)) > 0)
            hash.AppendData(teil, 0, n);
        context.Request.Body.Position = 0;
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <param name="Pruefsumme">Of address and body; the same key with another request is a mistake of the caller.</param>
    private sealed record Gemerkt(string Pruefsumme, string Inhalt, string? ContentType, string? ETag, string? Location);
}

/// <summary>Marks endpoints whose answers must not be kept, such as the sign-in.</summary>
internal sealed class OhneIdempotenz;
