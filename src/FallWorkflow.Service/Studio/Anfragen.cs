using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api.Probleme;

namespace FallWorkflow.Service.Studio;

/// <summary>What every request of the editor has in common.</summary>
internal static class Anfragen
{
    /// <summary>
    /// Header that our own page adds to everything that changes something. No form and no script of another site can send it
    /// without being asked for permission first, which nobody gives; it does not expire with the sign-in.
    /// </summary>
    public const string Herkunft = "X-FallWorkflow";

    /// <summary>Why something is published or retracted, percent-encoded.</summary>
    public const string Begruendung = "X-Begruendung";

    public static string? Reason(this HttpContext context) =>
        context.Request.Headers[Begruendung].ToString() is { Length: > 0 } kodiert ? Uri.UnescapeDataString(kodiert) : null;

    /// <summary>The body as an object; empty if there is none.</summary>
    /// <exception cref="InvalidInputException">It is no JSON object.</exception>
    public static async Task<JsonObject> BodyAsync(this HttpContext context)
    {
        if (context.Request.ContentLength is 0 || (context.Request.ContentLength is null && !context.Request.HasJsonContentType()))
            return [];
        try
        {
            var inhalt = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            // A property written twice is noticed only when the object is looked into.
            return inhalt is JsonObject objekt && objekt.Count >= 0 ? objekt : throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", "{}"));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", e.Message));
        }
    }

    public static IReadOnlyList<string> Texts(this JsonObject anfrage, string name) =>
        anfrage[name] is JsonArray liste ? [.. liste.OfType<JsonValue>().Select(w => w.ToString())] : [];

    public static async ValueTask<object?> RequireOriginAsync(EndpointFilterInvocationContext aufruf, EndpointFilterDelegate weiter)
    {
        var context = aufruf.HttpContext;
        if (HttpMethods.IsGet(context.Request.Method) || context.Request.Headers[Herkunft].Count > 0)
            return await weiter(aufruf);
        await Problem.WriteAsync(context, StatusCodes.Status403Forbidden, Problemarten.ZugriffVerweigert, Texte.Of("Studio.Herkunft"));
        return Results.Empty;
    }
}
