using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>A page of what a move would do to each Fall.</summary>
/// <param name="BueroId">Only Fälle of this office.</param>
/// <param name="NurHindernisse">Only Fälle in which something cannot move.</param>
/// <param name="Ab">Begin behind the Fall of this number, as the page before said in <c>weiter</c>.</param>
/// <param name="Max">1 to 100.</param>
internal sealed record AuswirkungAnfrage(
    VersionswechselAnfrage Wechsel, string? BueroId = null, bool NurHindernisse = false, string? Ab = null, int Max = 20)
{
    public Auswirkungsfilter ToFilter() => new(BueroId, NurHindernisse, Ab, Max);
}

/// <summary>Have Fälle moved in the background.</summary>
/// <param name="Alle">All of the old version; otherwise those named in <c>wechsel.faelle</c>.</param>
internal sealed record WechselauftragAnfrage(VersionswechselAnfrage Wechsel, bool Alle = false, string? BueroId = null);

/// <param name="Faelle">Ids of Fälle; without it all that have moved.</param>
internal sealed record RuecknahmeAnfrage(string Grund, IReadOnlyList<Guid>? Faelle = null);

/// <param name="Faelle">How many Fälle are to go back.</param>
internal sealed record RuecknahmeAntwort(int Faelle);

/// <summary>An ordered move: what, by whom, why, and how far it is.</summary>
internal sealed record WechselAntwort(
    Guid Id, int Von, int Nach, bool FristenNeu, string Grund, string AkteurId, DateTimeOffset BeauftragtAm, bool Laeuft, DateTimeOffset? AngehaltenAm, int Gesamt, int Offen,
    IReadOnlyDictionary<string, int> Zahlen)
{
    public static WechselAntwort Of(Wechselstatus s) => new(
        s.Wechsel.Id, s.Wechsel.Von, s.Wechsel.Nach, s.Wechsel.FristenNeu, s.Wechsel.Grund, s.Wechsel.AkteurId, s.Wechsel.At, s.Laeuft, s.Wechsel.AngehaltenAm, s.Gesamt,
        s.Offen, s.Zahlen.ToDictionary(z => z.Key.ToString(), z => z.Value));
}

/// <summary>What has become of one Fall of an ordered move.</summary>
internal sealed record WechselfallAntwort(
    Guid FallId, string FallNummer, string BueroId, Wechselstand Stand, DateTimeOffset? Am, IReadOnlyList<Umzug> Umzuege, string? Hinweis, string? RuecknahmeVon,
    string? RuecknahmeGrund, DateTimeOffset? RuecknahmeAm)
{
    public static WechselfallAntwort Of(Wechselfall f) => new(
        f.FallId, f.FallNummer, f.BueroId, f.Stand, f.At, f.Umzuege, f.Hinweis, f.RuecknahmeVon, f.RuecknahmeGrund, f.RuecknahmeAm);
}

/// <summary>Moves in the background: order, watch, stop, have go on, take back.</summary>
internal static class WechselauftraegeEndpunkte
{
    public static string Adresse(string definitionId, Guid auftrag) =>
        $"/api/prozesse/{Uri.EscapeDataString(definitionId)}/versionswechsel/auftraege/{auftrag}";

    public static void MapWechselauftraege(this RouteGroupBuilder wechsel)
    {
        wechsel.MapPost("/auftraege", async (string id, Anfrage<WechselauftragAnfrage> anfrage, Wechseldienst dienst, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var auftragId = Idempotenz.KeyOf(context) is { } schluessel ? Kennung.Of("wechsel", akteur.Id, id, schluessel) : Guid.CreateVersion7();
            var neu = await dienst.OrderAsync(
                auftragId, anfrage.Wert.Wechsel.ToAuftrag(id), anfrage.Wert.BueroId, anfrage.Wert.Alle, akteur, context.RequestAborted);
            var status = await dienst.FindAsync(id, neu.Id, akteur, context.RequestAborted);
            return TypedResults.Accepted(Adresse(id, neu.Id), WechselAntwort.Of(status));
        }).WithSummary(Texte.Of("Api.WechselAuftrag"));

        wechsel.MapGet("/auftraege", async (string id, Wechseldienst dienst, HttpContext context) =>
            (await dienst.ListAsync(id, context.User.ToAkteur(), context.RequestAborted)).Select(WechselAntwort.Of).ToList())
            .WithSummary(Texte.Of("Api.WechselAuftraege"));

        wechsel.MapGet("/auftraege/{auftrag:guid}", async (string id, Guid auftrag, Wechseldienst dienst, HttpContext context) =>
            WechselAntwort.Of(await dienst.FindAsync(id, auftrag, context.User.ToAkteur(), context.RequestAborted)))
            .WithSummary(Texte.Of("Api.WechselStand"));

        wechsel.MapGet("/auftraege/{auftrag:guid}/faelle", async (
            string id, Guid auftrag, Wechselstand? stand, int? seite, int? groesse, Wechseldienst dienst, Lesezugriff lesen, HttpContext context) =>
        {
            await lesen.LogListAsync(context.User.ToAkteur(), "Versionswechsel", context.RequestAborted);
            var faelle = await dienst.FaelleAsync(id, auftrag, stand, seite ?? 1, groesse ?? 50, context.User.ToAkteur(), context.RequestAborted);
            return new Ergebnisseite<WechselfallAntwort>([.. faelle.Zeilen.Select(WechselfallAntwort.Of)], faelle.Gesamt, faelle.Seite, faelle.Groesse);
        }).WithSummary(Texte.Of("Api.WechselFaelle"));

        wechsel.MapPost("/auftraege/{auftrag:guid}/anhalten", async (string id, Guid auftrag, Wechseldienst dienst, HttpContext context) =>
        {
            await dienst.StopAsync(id, auftrag, context.User.ToAkteur(), context.RequestAborted);
            return WechselAntwort.Of(await dienst.FindAsync(id, auftrag, context.User.ToAkteur(), context.RequestAborted));
        }).WithSummary(Texte.Of("Api.WechselAnhalten"));

        wechsel.MapPost("/auftraege/{auftrag:guid}/fortsetzen", async (string id, Guid auftrag, Wechseldienst dienst, HttpContext context) =>
        {
            await dienst.ResumeAsync(id, auftrag, context.User.ToAkteur(), context.RequestAborted);
            return WechselAntwort.Of(await dienst.FindAsync(id, auftrag, context.User.ToAkteur(), context.RequestAborted));
        }).WithSummary(Texte.Of("Api.WechselFortsetzen"));

        wechsel.MapPost("/auftraege/{auftrag:guid}/ruecknahme", async (
            string id, Guid auftrag, Anfrage<RuecknahmeAnfrage> anfrage, Wechseldienst dienst, HttpContext context) =>
            new RuecknahmeAntwort(await dienst.UndoAsync(
                id, auftrag, anfrage.Wert.Faelle, anfrage.Wert.Grund, context.User.ToAkteur(), context.RequestAborted)))
            .WithSummary(Texte.Of("Api.WechselRuecknahme"));
    }
}
