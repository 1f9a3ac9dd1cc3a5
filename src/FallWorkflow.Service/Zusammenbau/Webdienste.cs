using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api;
using FallWorkflow.Service.Api.Probleme;
using FallWorkflow.Service.Gesundheit;
using FallWorkflow.Service.Studio;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>The HTTP side: API, OpenAPI, errors, health, and the order in which a request passes them.</summary>
internal static class Webdienste
{
    /// <summary>Bodies beyond this are cut off while they arrive; up to here they are read to the end and answered.</summary>
    private const long Abbruchgrenze = 32 * 1024 * 1024;

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder, Einstellungen einstellungen)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Abbruchgrenze;
        });
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.Encoder = TatsachenKatalog.Json.Encoder;
        });
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddStudio();
        services.AddScoped<Fallansicht>();
        services.AddScoped<Traegerbefehle>();
        services.AddExceptionHandler<Ausnahmebehandlung>();
        services.AddOpenApi("v1", o => o.AddDocumentTransformer<Dokumentkopf>());
        services.AddHealthChecks().AddCheck<Datenbankpruefung>(Datenbankpruefung.Name);
        var schluessel = services.AddDataProtection().SetApplicationName("fallworkflow");
        if (einstellungen.Schluesselordner is { } ordner)
            schluessel.PersistKeysToFileSystem(new DirectoryInfo(ordner));
        return builder;
    }

    public static WebApplication UseHttp(this WebApplication app, Einstellungen einstellungen)
    {
        // Pages get a bare 500, which their own error page then fills with words.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, SuppressDiagnosticsCallback = _ => true });
        app.UseWhen(Problem.IsApi, api => api.UseStatusCodePages(c => Statusantwort.WriteAsync(c.HttpContext)));
        app.Use((context, weiter) => context.RequestServices.GetRequiredService<Vordergrund>().ServeAsync(context, () => weiter(context)));
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ApiSchranke>();
        app.UseAuthorization();
        app.UseMiddleware<Idempotenz>();
        app.MapGesundheit();
        if (einstellungen.IstWeb)
        {
            app.MapApi(einstellungen.Testuhr);
            app.MapStudio();
            app.MapFallWorkflowWeb();
        }

        return app;
    }
}
