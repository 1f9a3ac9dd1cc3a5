using Microsoft.AspNetCore.Mvc.Filters;

namespace FallWorkflow.Web.Rahmen;

/// <summary>Headers of every page: no script at all, styles and fonts from here only, nothing kept by browsers or proxies.</summary>
internal sealed class Sicherheitskopf : IAlwaysRunResultFilter
{
    public const string Csp =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Csp;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
