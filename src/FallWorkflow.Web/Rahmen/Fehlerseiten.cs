using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Web.Rahmen;

/// <summary>Bare status codes (an unknown address, a page of another role) get a page with words, for browsers only.</summary>
internal sealed class Fehlerseiten : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(IsPage, branch => branch.UseStatusCodePagesWithReExecute("/fehler/{0}"));
        next(app);
    };

    private static bool IsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/elsa")
        && http.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
}
