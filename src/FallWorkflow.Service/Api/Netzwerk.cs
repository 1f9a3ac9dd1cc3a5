using System.Reflection;
using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Records one fact about the office's network.</summary>
/// <param name="WirksamAm">The day the fact concerns; not in the future.</param>
internal sealed record NetzwerkAnfrage<T>(DateOnly WirksamAm, T Daten) : IPruefbar
    where T : Netzwerktatsache
{
    public IEnumerable<Eingabefehler> Validate() => Daten.Validate();
}

/// <summary>
/// The help around the caller's office (R68–R71): <c>GET /api/netzwerk</c> and, for every fact, an endpoint of its own under
/// <c>/api/netzwerk/eintraege/{art}</c>.
/// </summary>
internal static class NetzwerkEndpunkte
{
    private static readonly MethodInfo MapOne = typeof(NetzwerkEndpunkte).GetMethod(nameof(MapArt), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void MapNetzwerk(this IEndpointRouteBuilder api)
    {
        api.MapGet("/netzwerk", (Netzwerkdienst netzwerk, HttpContext context) => netzwerk.ReadAsync(context.User.ToAkteur(), context.RequestAborted))
            .RequireRolle(Rollen.Fallmanager, Rollen.Teamleitung).WithTags("Netzwerk").WithSummary(Texte.Of("Api.Netzwerk")).Produces<Netzwerkstand>();
        foreach (var art in Netzwerkkatalog.Alle.OrderBy(a => a.Name, StringComparer.Ordinal))
            MapOne.MakeGenericMethod(art.Type).Invoke(null, [api, art]);
    }

    private static void MapArt<T>(IEndpointRouteBuilder api, TatsachenArt art)
        where T : Netzwerktatsache =>
        api.MapPost($"/netzwerk/eintraege/{art.Name}", async (Anfrage<NetzwerkAnfrage<T>> anfrage, Netzwerkdienst netzwerk, HttpContext context) =>
        {
            await netzwerk.RecordAsync(anfrage.Wert.Daten, anfrage.Wert.WirksamAm, context.User.ToAkteur(), Idempotenz.KeyOf(context), context.RequestAborted);
            return Results.NoContent();
        })
        .RequireRolle([.. art.Rollen])
        .WithTags("Netzwerk").WithName(art.Name)
        .WithSummary(Application.Texte.Of($"Netzwerk.{art.Name}"))
        .WithDescription(Texte.Of("Api.Eintrag", string.Join(", ", art.Rollen), art.Anforderungen))
        .Produces(StatusCodes.Status204NoContent);
}
