using Microsoft.AspNetCore.Mvc.Filters;

namespace FallWorkflow.Web.Rahmen;

/// <summary>
/// Headers of every page: no script at all, styles and fonts from here only, nothing kept by browsers or proxies. Pages with
/// the process editor run scripts and WebAssembly, from here only and none that stands in the page itself.
/// </summary>
internal sealed class Sicherheitskopf : IAlwaysRunResultFilter
{
    public const string Csp =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The editor sets styles on elements, starts Monaco's workers from blobs and calls its API.
    public const string CspMitStudio =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; "
        + "connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = context.ActionDescriptor.EndpointMetadata.OfType<MitStudioAttribute>().Any() ? CspMitStudio : Csp;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
