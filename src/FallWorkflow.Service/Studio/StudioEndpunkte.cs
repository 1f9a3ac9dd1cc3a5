using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api;
using FallWorkflow.Service.Api.Probleme;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// Elsa's REST API as far as Elsa Studio calls it, under <c>/elsa/api</c>. It is the editor's protocol and no promise to
/// others: whoever publishes by program uses <c>/api/prozesse</c>.
/// </summary>
internal static class StudioEndpunkte
{
    public const string Pfad = "/elsa";

    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddSingleton<Editorform>();
        services.AddSingleton<Antworten>();
        services.AddSingleton<Fassungen>();
        services.AddSingleton<Verwendungen>();
        services.AddSingleton<Entwurfsdienst>();
        services.AddSingleton<Vieraugen>();
        services.AddSingleton<Veroeffentlichungsdienst>();
        services.AddSingleton<IVeroeffentlichungen, Prozessveroeffentlichungen>();
        services.AddSingleton<IEntwurfsverlauf, Prozessentwurfsverlauf>();
        services.AddSingleton<Schrittbeschreibungen>();
        services.AddSingleton<Probelaeufe>();
        services.AddSingleton<IProzessberichte, Prozessberichte>();
        return services.AddSingleton<Laufsicht>();
    }

    public static void MapStudio(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup($"{Pfad}/api").RequireRolle(Rollen.Prozessgestalter, Rollen.Teamleitung, Rollen.Datenschutz).ExcludeFromDescription();
        api.AddEndpointFilter(Anfragen.RequireOriginAsync);
        api.MapBeschreibungen();
        api.MapDefinitionen();
        api.MapDefinitionsaenderungen();
        api.MapDateien();
        api.MapLaeufe();
        api.MapVersuche();
        api.MapFallback("{**rest}", (HttpContext context) => Problem.WriteAsync(context, StatusCodes.Status404NotFound, Problemarten.NichtGefunden, Texte.Of("Studio.NichtVerfuegbar")));
    }
}
