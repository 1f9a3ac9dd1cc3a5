using FallWorkflow.Service.Api.Probleme;

namespace FallWorkflow.Service.Api;

/// <summary>All endpoints under <c>/api</c>; one file per area.</summary>
internal static class ApiEndpunkte
{
    public static void MapApi(this IEndpointRouteBuilder app, bool testuhr)
    {
        var api = app.MapGroup("/api");
        api.MapAnmeldung();
        api.MapUebergaben();
        api.MapUebernahmen();
        api.MapEintraege();
        api.MapFaelle();
        api.MapDokumente();
        api.MapTermine();
        api.MapDatenschutz();
        api.MapAufgaben();
        api.MapTraeger();
        api.MapFachkonzepte();
        api.MapStammdaten();
        api.MapBueros();
        api.MapStatistik();
        api.MapBefragungen();
        api.MapNetzwerk();
        api.MapProzesse();
        api.MapSimulation();
        api.MapStoerungen();
        api.MapZeitgeber();
        api.MapVersionswechsel();
        if (testuhr)
            api.MapTestuhr();
        api.MapFallback("{**rest}", (HttpContext context) => Problem.WriteAsync(context, 404, Problemarten.NichtGefunden));
        app.MapOpenApi();
    }
}
