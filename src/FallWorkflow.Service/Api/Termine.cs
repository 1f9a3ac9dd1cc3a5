using FallWorkflow.Application.Termine;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>An appointment of a Fall.</summary>
/// <param name="Folge">How often it was changed; the SEQUENCE of its calendar file.</param>
/// <param name="EinladungVersandtAm">Day on which the letter left that tells the appointment as it is; null if none did.</param>
/// <param name="Hinweise">What to look at again: weekend, Feiertag, Pause, another appointment of the Fallmanager at the same time.</param>
internal sealed record FallterminAntwort(
    string TerminId, DateOnly Am, TimeOnly Um, int Dauer, DateTimeOffset Beginn, DateTimeOffset Ende, Kontaktform Form, Terminzweck Zweck, string? Ort,
    string? Anliegen, IReadOnlyList<Teilnehmende> Teilnehmende, Terminstand Stand, int Verschoben, int Folge, IReadOnlyList<string> Hinweise,
    DateOnly? EinladungVersandtAm, Zustellweg? EinladungWeg);

/// <summary>The letter of invitation, part by part.</summary>
internal sealed record EinladungAntwort(
    string Absender, IReadOnlyList<string> Anschrift, DateOnly Datum, string Betreff, string Anrede, string Anfang, IReadOnlyList<EinladungsangabeAntwort> Angaben,
    IReadOnlyList<string> Absaetze, string Gruss, string Unterschrift);

internal sealed record EinladungsangabeAntwort(string Name, string Wert);

/// <summary>Reading appointments; they are agreed, moved and called off like every fact, by <c>/eintraege/Termin…</c>.</summary>
internal static class TermineEndpunkte
{
    public static void MapTermine(this IEndpointRouteBuilder api)
    {
        var faelle = api.MapGroup("/faelle/{id:guid}/termine").RequireRolle(Terminleser.Rollen.Split(',')).WithTags("Termine");

        faelle.MapGet("", async (Guid id, Terminleser leser, HttpContext context) =>
        {
            var (fall, termine) = await leser.ListAsync(id, context.User.ToAkteur(), context.RequestAborted);
            return termine.Select(t => ToAntwort(fall, t.Termin, t.Hinweise)).ToList();
        }).WithSummary(Texte.Of("Api.TermineDesFalls")).Produces<IReadOnlyList<FallterminAntwort>>();

        faelle.MapGet("/{terminId}/kalender.ics", async (Guid id, string terminId, Terminleser leser, HttpContext context) =>
            Results.File(await leser.CalendarAsync(id, terminId, context.User.ToAkteur(), context.RequestAborted), Kalenderdatei.ContentType, Terminleser.Dateiname))
            .WithSummary(Texte.Of("Api.Kalenderdatei")).Produces(StatusCodes.Status200OK, contentType: "text/calendar");

        faelle.MapGet("/{terminId}/einladung", async (Guid id, string terminId, Terminleser leser, HttpContext context) =>
        {
            var (b, heute) = await leser.InviteAsync(id, terminId, context.User.ToAkteur(), context.RequestAborted);
            return new EinladungAntwort(
                b.Absender, b.Anschrift, heute, b.Betreff, b.Anrede, b.Anfang, [.. b.Angaben.Select(a => new EinladungsangabeAntwort(a.Name, a.Wert))], b.Absaetze, b.Gruss, b.Unterschrift);
        }).WithSummary(Texte.Of("Api.Einladung")).Produces<EinladungAntwort>();

        api.MapGet("/termine", async (DateOnly? von, DateOnly? bis, Terminkalender kalender, TimeProvider uhr, HttpContext context) =>
        {
            var ab = von ?? Ortszeit.DateOf(uhr.GetUtcNow());
            var letzter = bis ?? ab.AddDays(6);
            if (letzter < ab)
                throw new InvalidInputException("bis", Texte.Of("Termine.ZeitraumVerkehrt"));
            if (letzter.DayNumber - ab.DayNumber >= Terminkalender.MaxTage)
                throw new InvalidInputException("bis", Texte.Of("Termine.ZeitraumZuLang", Terminkalender.MaxTage));
            return await kalender.ReadAsync(context.User.ToAkteur(), ab, letzter, context.RequestAborted);
        }).RequireRolle(Rollen.Fallmanager, Rollen.Teamleitung).WithTags("Termine").WithSummary(Texte.Of("Api.Termine")).Produces<IReadOnlyList<Terminblick>>();
    }

    private static FallterminAntwort ToAntwort(Fall fall, Termin t, IReadOnlyList<string> hinweise) => new(
        t.Id, t.Am, t.Um, t.Dauer, t.Beginn, t.Ende, t.Form, t.Zweck, t.Ort, t.Anliegen, t.Teilnehmende, t.Stand, t.Verschoben, fall.TerminfolgeOf(t.Id), hinweise, t.Einladung?.Am, t.Einladung?.Weg);
}
