using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zeitgeber;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Service.Api.Probleme;

/// <summary>The one place where exceptions become answers of the API. Pages have their own error page.</summary>
internal sealed partial class Ausnahmebehandlung(ILogger<Ausnahmebehandlung> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return Problem.IsApi(httpContext); // Nobody listens any more.
        if (!Problem.IsApi(httpContext))
        {
            if (Map(httpContext, exception).Status == StatusCodes.Status500InternalServerError)
                LogUnerwartet(httpContext.Request.Method, httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "?", exception);
            return false;
        }

        var problem = Map(httpContext, exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
            LogUnerwartet(httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName ?? "?", exception);
        await Problem.WriteAsync(httpContext, problem);
        return true;
    }

    private static ProblemDetails Map(HttpContext context, Exception exception)
    {
        ProblemDetails Of(int status, string art, string? detail = null, params (string, object?)[] weiteres) =>
            Problem.Of(context, status, art, detail ?? Texte.Of($"Problem.{art}.Detail"), weiteres);

        switch (exception)
        {
            case InvalidInputException e:
                return Of(400, Problemarten.EingabeUngueltig, null, ("errors", e.Fehler
                    .GroupBy(f => f.Feld)
                    .ToDictionary(g => g.Key, g => g.Select(f => f.Meldung).ToArray())));
            case JsonFehlerhaftException e:
                return Of(400, Problemarten.JsonFehlerhaft, e.Message, ("pfad", e.Path));
            case DefinitionUngueltigException e:
                return Of(400, Problemarten.DefinitionUngueltig, e.Message, ("probleme", e.Probleme));
            case RuleBrokenException e:
                return Of(
                    409, Problemarten.RegelVerletzt, e.Message, ("regel", e.Regel.GetType().Name), ("quelle", e.Regel.Quelle),
                    ("feld", e.Regel.Feld), ("abweichungMoeglich", e.Regel.AbweichungMoeglich));
            case NotFoundException e:
                return Of(404, Problemarten.NichtGefunden, e.Message);
            case ZugriffVerweigertException e:
                return Of(403, Problemarten.ZugriffVerweigert, e.Message);
            case VersionMismatchException e:
                return Of(412, Problemarten.VersionVeraltet, e.Message, ("erwartet", e.Expected), ("aktuell", e.Actual));
            case TestuhrStehtException e:
                return Of(409, Problemarten.TestuhrSteht, e.Message);
            case ConflictException:
                context.Response.Headers.RetryAfter = "1";
                return Of(409, Problemarten.Konflikt);
            case StoreUnavailableException:
                context.Response.Headers.RetryAfter = "5";
                return Of(503, Problemarten.DatenbankNichtErreichbar);
            case PruefdienstNichtErreichbarException e:
                context.Response.Headers.RetryAfter = "60";
                return Of(503, Problemarten.PruefdienstNichtErreichbar, e.Message);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Of(413, Problemarten.ZuGross);
            case BadHttpRequestException e:
                return Of(e.StatusCode, Problemarten.AnfrageUngueltig);
            default:
                return Of(500, Problemarten.Intern);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed unexpectedly.")]
    private partial void LogUnerwartet(string method, string endpoint, Exception exception);
}
