namespace FallWorkflow.Service.Api.Probleme;

/// <summary>Gives answers of the framework that have no body (not signed in, no such address) the API's form.</summary>
internal static class Statusantwort
{
    public static Task WriteAsync(HttpContext context) => Problem.WriteAsync(context, context.Response.StatusCode, context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => Problemarten.NichtAngemeldet,
        StatusCodes.Status403Forbidden => Problemarten.ZugriffVerweigert,
        StatusCodes.Status404NotFound => Problemarten.NichtGefunden,
        StatusCodes.Status405MethodNotAllowed => Problemarten.MethodeNichtErlaubt,
        StatusCodes.Status413PayloadTooLarge => Problemarten.ZuGross,
        StatusCodes.Status415UnsupportedMediaType => Problemarten.KeinJson,
        < StatusCodes.Status500InternalServerError => Problemarten.AnfrageUngueltig,
        _ => Problemarten.Intern,
    });
}
