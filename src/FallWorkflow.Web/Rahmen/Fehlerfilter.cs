using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FallWorkflow.Web.Rahmen;

/// <summary>Expected errors of pages become a page that says what to do; surprises go on to the host's handler.</summary>
internal sealed class Fehlerfilter(IModelMetadataProvider metadata) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.ActionDescriptor is not PageActionDescriptor || Describe(context.Exception) is not { } anzeige)
            return;
        if (anzeige.Status == StatusCodes.Status503ServiceUnavailable)
            context.HttpContext.Response.Headers.RetryAfter = "5";
        context.Result = new ViewResult
        {
            ViewName = "/Pages/Shared/_Fehlerseite.cshtml",
            StatusCode = anzeige.Status,
            ViewData = new ViewDataDictionary<Fehleranzeige>(metadata, context.ModelState) { Model = anzeige },
        };
        context.ExceptionHandled = true;
    }

    private static Fehleranzeige? Describe(Exception exception) => exception switch
    {
        NotFoundException => Fehleranzeige.Of(404) with { Text = exception.Message },
        ZugriffVerweigertException => Fehleranzeige.Of(403) with { Text = exception.Message },
        StoreUnavailableException => Fehleranzeige.Of(503),
        InvalidInputException => Fehleranzeige.Of(400) with { Text = exception.Message },
        RuleBrokenException or ConflictException or VersionMismatchException =>
            new(409, Seitentexte.T("Fehler.409.Titel"), exception.Message),
        BadHttpRequestException { StatusCode: 413 } => Fehleranzeige.Of(413),
        InvalidDataException => Fehleranzeige.Of(413),
        _ => null,
    };
}
