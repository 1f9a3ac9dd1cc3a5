using System.Reflection;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Records one fact.</summary>
/// <param name="WirksamAm">The day the fact concerns; not in the future.</param>
/// <param name="Daten">The fact.</param>
/// <param name="Begruendung">Reason of a departure from a default (R86) or of a correction.</param>
/// <param name="Bestaetigt">The day is meant although it is no Werktag.</param>
/// <param name="Berichtigt">Entry of the same kind that this one corrects; it stays readable. <c>KontaktAusgefallen</c> may also correct a contact that was entered as held.</param>
internal sealed record EintragAnfrage<T>(DateOnly WirksamAm, T Daten, string? Begruendung = null, bool Bestaetigt = false, Guid? Berichtigt = null) : IPruefbar
    where T : Tatsache
{
    public IEnumerable<Eingabefehler> Validate() => Daten.Validate();
}

/// <summary>
/// <c>POST /api/faelle/{id}/eintraege/{art}</c>, an endpoint of its own for every fact that people record by hand, so that
/// the OpenAPI document describes each.
/// </summary>
internal static class EintraegeEndpunkte
{
    private static readonly MethodInfo MapOne = typeof(EintraegeEndpunkte).GetMethod(nameof(MapArt), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Facts of the API: those that some role records, except those with an address of their own.</summary>
    public static IEnumerable<TatsachenArt> Arten =>
        TatsachenKatalog.Alle.Where(a => a.Rollen.Count > 0 && !a.EigeneAdresse).OrderBy(a => a.Name, StringComparer.Ordinal);

    public static void MapEintraege(this IEndpointRouteBuilder api)
    {
        foreach (var art in Arten)
            MapOne.MakeGenericMethod(art.Type).Invoke(null, [api, art]);
    }

    private static void MapArt<T>(IEndpointRouteBuilder api, TatsachenArt art)
        where T : Tatsache =>
        api.MapPost($"/faelle/{{id:guid}}/eintraege/{art.Name}", async (Guid id, Anfrage<EintragAnfrage<T>> anfrage, FallService faelle, HttpContext context) =>
        {
            var e = anfrage.Wert;
            var ergebnis = await faelle.RecordAsync(
                new RecordTatsache(
                    id, e.Daten, e.WirksamAm, e.Begruendung, e.Bestaetigt, e.Berichtigt, Idempotenz.KeyOf(context), Fallversion.FromIfMatch(context.Request)),
                context.User.ToAkteur(), context.RequestAborted);
            return Results.Ok(FallAntwort.Of(ergebnis, context));
        })
        .RequireRolle([.. art.Rollen])
        .WithTags("Einträge").WithName(art.Name)
        .WithSummary(Application.Texte.Of($"Tatsache.{art.Name}"))
        .WithDescription(Texte.Of("Api.Eintrag", string.Join(", ", art.Rollen), art.Anforderungen))
        .Produces<FallAntwort>();
}
