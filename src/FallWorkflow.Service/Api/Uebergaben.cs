using FallWorkflow.Application.Faelle;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <param name="WirksamAm">Day of the handover.</param>
/// <param name="BueroId">Office; default: the caller's own.</param>
/// <param name="Bestaetigt">The day is meant although it is no Werktag.</param>
internal sealed record UebergabeAnfrage(DateOnly WirksamAm, Uebergeben Daten, string? BueroId = null, bool Bestaetigt = false) : IPruefbar
{
    public IEnumerable<Eingabefehler> Validate() => Daten.Validate();
}

/// <param name="WirksamAm">Day of the contact.</param>
/// <param name="Bestaetigt">The day is meant although it is no Werktag.</param>
internal sealed record VorkontaktAnfrage(DateOnly WirksamAm, VorkontaktGehalten Daten, bool Bestaetigt = false) : IPruefbar
{
    public IEnumerable<Eingabefehler> Validate() => Daten.Validate();
}

/// <summary>How an Akte begins: by handing a person over, which opens a Fall (R06), or by a contact before (R17).</summary>
internal static class UebergabenEndpunkte
{
    public static void MapUebergaben(this IEndpointRouteBuilder api)
    {
        api.MapPost("/uebergaben", async (Anfrage<UebergabeAnfrage> anfrage, FallService faelle, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var u = anfrage.Wert;
            var buero = u.BueroId ?? akteur.BueroId ?? throw new InvalidInputException("bueroId", Texte.Of("Feld.Fehlt"));
            var ergebnis = await faelle.OpenAsync(
                new OpenFall(buero, u.Daten, u.WirksamAm, Idempotenz.KeyOf(context), u.Bestaetigt), akteur, context.RequestAborted);
            return Results.Created($"/api/faelle/{ergebnis.FallId}", FallAntwort.Of(ergebnis, context));
        })
        .RequireRolle([.. TatsachenKatalog.Find("Uebergeben")!.Rollen])
        .WithTags("Fälle").WithSummary(Texte.Of("Api.Uebergaben")).Produces<FallAntwort>(StatusCodes.Status201Created);

        api.MapPost("/vorkontakte", async (Anfrage<VorkontaktAnfrage> anfrage, FallService faelle, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var v = anfrage.Wert;
            var ergebnis = await faelle.OpenVorkontaktAsync(
                new OpenVorkontakt(akteur.BueroId ?? "", v.Daten, v.WirksamAm, Idempotenz.KeyOf(context), v.Bestaetigt), akteur, context.RequestAborted);
            return Results.Created($"/api/faelle/{ergebnis.FallId}", FallAntwort.Of(ergebnis, context));
        })
        .RequireRolle([.. TatsachenKatalog.Find("VorkontaktGehalten")!.Rollen])
        .WithTags("Fälle").WithSummary(Texte.Of("Api.Vorkontakte")).Produces<FallAntwort>(StatusCodes.Status201Created);
    }
}
