using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;
using Fakten = FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Service.Api;

/// <param name="Text">Reason when declined, question when asking back (both required); a remark when accepted.</param>
/// <param name="Am">Day of the decision; default: today.</param>
/// <param name="Ansprechperson">Who is in charge at the partner, when accepted.</param>
internal sealed record AntwortAnfrage(Entscheidung Entscheidung, string? Text = null, DateOnly? Am = null, string? Ansprechperson = null);

/// <param name="Text">Required except for the start: course, problem, or result.</param>
/// <param name="Am">Day on which it happened; default: today.</param>
internal sealed record BerichtAnfrage(Berichtsart Art, string? Text = null, DateOnly? Am = null);

/// <summary>A report of the mandated third party that leads the work with the client (R65).</summary>
/// <param name="Kontakte">Contacts held since the last report, 0 to 1000.</param>
/// <param name="Am">Day of the report; default: today.</param>
internal sealed record FallfuehrungAnfrage(int Kontakte, string Stand, string NaechsteSchritte, DateOnly? Am = null);

/// <summary>A document that the client released for a referral.</summary>
/// <param name="Groesse">In bytes.</param>
internal sealed record FreigegebenesDokument(string Id, Dokumentart Art, string Titel, string Datei, string Medientyp, int Groesse, DateOnly FreigegebenAm);

/// <summary>
/// What people of a partner organisation see and do: their own referrals, the released fields, nothing else of the Fall
/// (R57–R59, R89). Anything else does not exist for them.
/// </summary>
internal static class TraegerEndpunkte
{
    public static void MapTraeger(this IEndpointRouteBuilder api)
    {
        var zuweisungen = api.MapGroup("/traeger/zuweisungen").RequireRolle(Rollen.Traeger).WithTags("Träger");

        zuweisungen.MapGet("", async (IAbfragen abfragen, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.LogListAsync(akteur, "Zuweisungsliste", context.RequestAborted);
            return await abfragen.ZuweisungenAsync(akteur.TraegerId!, cancellation: context.RequestAborted);
        })
            .WithSummary(Texte.Of("Api.Zuweisungen")).Produces<IReadOnlyList<Zuweisungszeile>>();

        zuweisungen.MapGet("/{id}", async (string id, IAbfragen abfragen, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.ReadZuweisungAsync(id, akteur, "Zuweisung", context.RequestAborted);
            return await abfragen.FindZuweisungAsync(akteur.TraegerId!, id, context.RequestAborted)
                ?? throw new NotFoundException(Application.Texte.Of("ZuweisungUnbekannt"));
        }).WithSummary(Texte.Of("Api.Zuweisung")).Produces<Zuweisungszeile>();

        zuweisungen.MapGet("/{id}/nachrichten", async (string id, IAbfragen abfragen, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.ReadZuweisungAsync(id, akteur, "Nachrichten", context.RequestAborted);
            return await abfragen.NachrichtenAsync(akteur.TraegerId!, id, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Nachrichten")).Produces<IReadOnlyList<Nachrichtenzeile>>();

        zuweisungen.MapGet("/{id}/dokumente", async (string id, Dokumentzugriff zugriff, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.ReadZuweisungAsync(id, akteur, "Dokumente", context.RequestAborted);
            return (await zugriff.ReleasedAsync(id, akteur, context.RequestAborted))
                .Select(f => new FreigegebenesDokument(f.Dokument.Id, f.Dokument.Art, f.Dokument.Titel, f.Dokument.Datei, f.Dokument.Medientyp, f.Dokument.Groesse, f.FreigegebenAm)).ToList();
        }).WithSummary(Texte.Of("Api.Traegerdokumente")).Produces<IReadOnlyList<FreigegebenesDokument>>();

        zuweisungen.MapGet("/{id}/dokumente/{dokumentId}/datei", async (string id, string dokumentId, Dokumentzugriff zugriff, HttpContext context) =>
        {
            var (dokument, inhalt) = await zugriff.ReadReleasedAsync(id, dokumentId, context.User.ToAkteur(), context.RequestAborted);
            DokumenteEndpunkte.Protect(context.Response);
            return Results.File(inhalt, dokument.Medientyp, dokument.Datei);
        }).WithSummary(Texte.Of("Api.Traegerdokument"));

        zuweisungen.MapPost("/{id}/antwort", (string id, Anfrage<AntwortAnfrage> anfrage, Traegerbefehle befehle, HttpContext context) =>
            befehle.RecordAsync(id, anfrage.Wert.Am, anfrage.Wert, context, _ => anfrage.Wert switch
            {
                { Entscheidung: Entscheidung.Angenommen } a => new Fakten.ZuweisungAngenommen(id, a.Ansprechperson, a.Text),
                { Entscheidung: Entscheidung.Abgelehnt } a => new Fakten.ZuweisungAbgelehnt(id, a.Text ?? ""),
                var a => new Fakten.RueckfrageGestellt(id, a.Text ?? ""),
            })).WithSummary(Texte.Of("Api.Antwort"));

        zuweisungen.MapPost("/{id}/bericht", (string id, Anfrage<BerichtAnfrage> anfrage, Traegerbefehle befehle, HttpContext context) =>
            befehle.RecordAsync(id, anfrage.Wert.Am, anfrage.Wert, context, am => anfrage.Wert switch
            {
                { Art: Berichtsart.Beginn } b => new Fakten.ZuweisungBegonnen(id, am, b.Text),
                { Art: Berichtsart.Verlauf } b => new Fakten.VerlaufGemeldet(id, b.Text ?? ""),
                { Art: Berichtsart.Problem } b => new Fakten.ProblemGemeldet(id, b.Text ?? ""),
                var b => new Fakten.ZuweisungBeendet(id, am, b.Text ?? ""),
            })).WithSummary(Texte.Of("Api.Bericht"));

        zuweisungen.MapPost("/{id}/fallfuehrung", (string id, Anfrage<FallfuehrungAnfrage> anfrage, Traegerbefehle befehle, HttpContext context) =>
            befehle.RecordAsync(id, anfrage.Wert.Am, anfrage.Wert, context, _ =>
                new Fakten.FallfuehrungBerichtet(id, anfrage.Wert.Kontakte, anfrage.Wert.Stand, anfrage.Wert.NaechsteSchritte)))
            .WithSummary(Texte.Of("Api.Fallfuehrung"));
    }
}

/// <summary>Records what a partner says, and tells it nothing of the Fall in return.</summary>
internal sealed class Traegerbefehle(FallService faelle, Lesezugriff lesen, TimeProvider uhr)
{
    /// <param name="anfrage">The request as it came, for which the idempotency key stands.</param>
    public async Task<IResult> RecordAsync(string zuweisungId, DateOnly? am, object anfrage, HttpContext context, Func<DateOnly, Tatsache> tatsache)
    {
        var akteur = context.User.ToAkteur();
        var fall = await lesen.FallOfZuweisungAsync(zuweisungId, akteur, context.RequestAborted);
        var tag = am ?? Ortszeit.DateOf(uhr.GetUtcNow());
        await faelle.RecordAsync(
            new RecordTatsache(
                fall, tatsache(tag), tag, WochenendeBestaetigt: true, Schluessel: Idempotenz.KeyOf(context), Wortlaut: $"{zuweisungId} {anfrage}"),
            akteur, context.RequestAborted);
        return Results.NoContent();
    }
}
