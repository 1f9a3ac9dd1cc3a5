using FallWorkflow.Service.Zusammenbau;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FallWorkflow.Service.Gesundheit;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work. A missing broker is reported and does not
/// make it unready, since the outbox waits. No details beyond the roles of this
/// node and a state per part: these addresses are open to everybody.
/// </summary>
internal static class GesundheitEndpunkte
{
    public static void MapGesundheit(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = WriteAsync,
            ResultStatusCodes =
            {
                [HealthStatus.Healthy] = StatusCodes.Status200OK,
                [HealthStatus.Degraded] = StatusCodes.Status200OK,
                [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
            },
        }).AllowAnonymous();
    }

    private static IEnumerable<string> RollenOf(Einstellungen einstellungen)
    {
        if (einstellungen.IstWeb)
            yield return "web";
        if (einstellungen.IstWorker)
            yield return "worker";
    }

    private static Task WriteAsync(HttpContext context, HealthReport bericht) => context.Response.WriteAsJsonAsync(new
    {
        status = bericht.Status.ToString(),
        rollen = RollenOf(context.RequestServices.GetRequiredService<Einstellungen>()),
        teile = bericht.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), hinweis = e.Value.Exception is null ? null : e.Value.Description }),
    });
}
