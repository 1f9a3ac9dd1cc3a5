using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Anmeldung;

/// <summary>Where somebody goes who is not signed in, or not for this.</summary>
internal static class Anmeldeweg
{
    public const string Abgelaufen = "/abgelaufen";

    public static Task OnRedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsApi(context.HttpContext))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (KeepsInput(context.HttpContext))
            RedirectKeepingInput(context.HttpContext);
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>Pages of other roles do not exist for the person; the API says what is missing.</summary>
    public static Task OnRedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = IsApi(context.HttpContext) ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public static IActionResult KeepInput(HttpContext http) => KeepsInput(http)
        ? new RedirectResult(UrlOf(http), permanent: false, preserveMethod: true)
        : new RedirectResult("/abgelaufen");

    private static bool KeepsInput(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<BringtEingabenZurueckAttribute>() is not null;

    // 307: the browser posts what was typed once more, to the page that keeps it during the sign-in.
    private static void RedirectKeepingInput(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        http.Response.Headers.Location = UrlOf(http);
    }

    private static string UrlOf(HttpContext http) =>
        Abgelaufen + QueryString.Create("ziel", UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path, http.Request.QueryString));

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/elsa");
}
