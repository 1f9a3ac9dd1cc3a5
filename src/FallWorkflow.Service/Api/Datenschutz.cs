using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Anmeldung;
using FallWorkflow.Web.Auskunft;

namespace FallWorkflow.Service.Api;

/// <summary>Copies for the people concerned (R25, R89), advice without names (R83), and what data protection watches over (R88, R90).</summary>
internal static class DatenschutzEndpunkte
{
    private const int Hoechstens = 1000;

    public static void MapDatenschutz(this IEndpointRouteBuilder api)
    {
        var faelle = api.MapGroup("/faelle/{id:guid}").WithTags("Datenschutz");

        faelle.MapGet("/auskunft", async (Guid id, Auskunftserteilung auskunft, HttpContext context) =>
        {
            var (_, erteilungen) = await auskunft.ListAsync(id, context.User.ToAkteur(), context.RequestAborted);
            return erteilungen.Select(e => ErteilungAntwort.Of(e)).ToList();
        }).RequireRolle([.. Auskunftserteilung.Berechtigt]).WithSummary(Texte.Of("Api.Auskuenfte"));

        faelle.MapGet("/auskunft/{eintrag:guid}", async (Guid id, Guid eintrag, Auskunftserteilung auskunft, Auskunftstext text, HttpContext context) =>
        {
            var kopie = await auskunft.ReadAsync(id, eintrag, context.User.ToAkteur(), context.RequestAborted);
            return AuskunftAntwort.Of(kopie, await text.ProcessingAsync(kopie, context.RequestAborted), await text.ReadAsync(kopie, context.RequestAborted));
        }).RequireRolle([.. Auskunftserteilung.Berechtigt]).WithSummary(Texte.Of("Api.Auskunft"));

        faelle.MapGet("/auskunft/{eintrag:guid}/pdf", async (Guid id, Guid eintrag, bool? anhang, Auskunftserteilung auskunft, Auskunftstext text, IZugriffsprotokoll protokoll, HttpContext context) =>
        {
            var kopie = await text.ViewAsync(await auskunft.ReadAsync(id, eintrag, context.User.ToAkteur(), context.RequestAborted), protokoll, context.RequestAborted);
            DokumenteEndpunkte.Protect(context.Response);
            return Results.File(Auskunftsdruck.Write(kopie, anhang == true), Auskunftsdruck.Medientyp, Auskunftsdruck.NameOf(kopie));
        }).RequireRolle([.. Auskunftserteilung.Berechtigt]).WithSummary(Texte.Of("Api.Auskunftsdruck"));

        faelle.MapGet("/auskunft/{eintrag:guid}/dokumente", async (Guid id, Guid eintrag, Auskunftsarchiv archiv, HttpContext context) =>
        {
            var kopie = await archiv.OpenAsync(id, eintrag, context.User.ToAkteur(), context.RequestAborted);
            DokumenteEndpunkte.Protect(context.Response);
            return Results.Stream(ziel => archiv.WriteAsync(kopie, ziel, context.RequestAborted), Auskunftsarchiv.Medientyp, $"auskunft-{kopie.Fall.Nummer}.zip");
        }).RequireRolle([.. Auskunftserteilung.Berechtigt]).WithSummary(Texte.Of("Api.Auskunftsdokumente"));

        faelle.MapGet("/beratung", (Guid id, Beratungssicht sicht, HttpContext context) =>
            sicht.ReadAsync(id, context.User.ToAkteur(), context.RequestAborted))
            .RequireRolle(Rollen.Fallmanager, Rollen.Teamleitung, Rollen.Datenschutz).WithSummary(Texte.Of("Api.Beratung"));

        faelle.MapGet("/zugriffe", async (Guid id, Lesezugriff lesen, IZugriffsprotokoll protokoll, HttpContext context) =>
        {
            await lesen.ReadAsync(id, context.User.ToAkteur(), "Zugriffsprotokoll", context.RequestAborted);
            return await protokoll.OfFallAsync(id, Hoechstens, context.RequestAborted);
        }).RequireRolle(Rollen.Datenschutz).WithSummary(Texte.Of("Api.Zugriffe")).Produces<IReadOnlyList<Zugriffsereignis>>();

        var datenschutz = api.MapGroup("/datenschutz").RequireRolle(Rollen.Datenschutz).WithTags("Datenschutz");

        datenschutz.MapGet("/weitergaben", async (DateOnly? von, DateOnly? bis, IZugriffsprotokoll protokoll, Lesezugriff lesen, TimeProvider uhr, HttpContext context) =>
        {
            await lesen.LogListAsync(context.User.ToAkteur(), "Weitergaben", context.RequestAborted);
            // As on the page: the twelve months up to today, or up to the day asked for.
            var ende = bis ?? Ortszeit.DateOf(uhr.GetUtcNow());
            var beginn = von ?? (ende.Year > 1 ? ende.AddYears(-1).AddDays(1) : DateOnly.MinValue);
            return await protokoll.WeitergabenAsync(Ortszeit.StartOfDay(beginn), Ortszeit.EndOfDay(ende), Hoechstens, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Weitergaben")).Produces<IReadOnlyList<Zugriffsereignis>>();

        datenschutz.MapGet("/loeschungen", (ILoeschungen loeschungen, HttpContext context) => loeschungen.ListAsync(Hoechstens, context.RequestAborted))
            .WithSummary(Texte.Of("Api.Loeschungen")).Produces<IReadOnlyList<Loeschung>>();
    }
}

/// <summary>That a copy was issued.</summary>
/// <param name="Id">Of the entry; also the address of the copy.</param>
internal sealed record ErteilungAntwort(Guid Id, DateOnly Am, Auskunftsform Form, string An, string? MitgliedId)
{
    public static ErteilungAntwort Of(Eintrag eintrag)
    {
        var erteilt = (AuskunftErteilt)eintrag.Tatsache;
        return new(eintrag.Id, eintrag.WirksamAm, erteilt.Form, erteilt.An, erteilt.MitgliedId);
    }
}

/// <summary>An issued copy (Art. 15 DSGVO): what is about other people than the one whose copy it is is replaced by a placeholder.</summary>
/// <param name="Verarbeitung">What for, whence, to whom, how long (Art. 15 (1) DSGVO).</param>
/// <param name="Akte">The entries in plain German.</param>
/// <param name="Dokumente">Every document, with what becomes of its file; the files themselves are at <c>…/dokumente</c>.</param>
/// <param name="Tabellen">Every stored row that belongs to the Fall, by table and column, as it is now; empty for a member of the household, and once the Akte was written on.</param>
internal sealed record AuskunftAntwort(
    Guid FallId, string? Nummer, ErteilungAntwort Erteilung, IReadOnlyList<Verarbeitungsangabe> Verarbeitung, IReadOnlyList<Klartexteintrag> Akte, IEnumerable<AuskunftsdokumentAntwort> Dokumente,
    IReadOnlyDictionary<string, IEnumerable<IReadOnlyDictionary<string, object?>>> Tabellen)
{
    public static AuskunftAntwort Of(Fallauskunft kopie, IReadOnlyList<Verarbeitungsangabe> verarbeitung, IReadOnlyList<Klartexteintrag> akte) => new(
        kopie.Fall.Id, kopie.Erteilt.IstAnteil ? null : kopie.Fall.Nummer, ErteilungAntwort.Of(kopie.Erteilung), verarbeitung, akte,
        kopie.Dokumente.Select(d => new AuskunftsdokumentAntwort(d.Dokument.Id, d.Dokument.Nr, d.Dokument.Art, d.Titel, d.Verbleib)),
        kopie.Tabellen.ToDictionary(t => t.Key, t => t.Value.Select(s => s.Felder)));
}

/// <param name="Eintrag">Number of its entry in the Akte.</param>
internal sealed record AuskunftsdokumentAntwort(string Id, long Eintrag, Dokumentart Art, string Titel, Dokumentverbleib Verbleib);
