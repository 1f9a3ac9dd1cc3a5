using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FallWorkflow.Service.Api;

/// <summary>The documents of a Fall. A document is removed by the fact <see cref="DokumentEntfernt"/>, at its own address.</summary>
internal static class DokumenteEndpunkte
{
    private static readonly string[] Leser = [Rollen.Fallmanager, Rollen.Teamleitung, Rollen.Integrationsfachkraft, Rollen.Datenschutz];

    public static void MapDokumente(this IEndpointRouteBuilder api)
    {
        var dokumente = api.MapGroup("/faelle/{id:guid}/dokumente").WithTags("Dokumente");

        dokumente.MapPost("", async (Guid id, FallService faelle, Dokumentannahme annahme, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var schluessel = Idempotenz.KeyOf(context)!;
            var formular = await ReadFormAsync(context.Request);
            var anfrage = DokumentAnfrage.Read(formular);
            var datei = anfrage.Berichtigt is null ? await CheckAsync(formular, annahme, context.RequestAborted) : null;

            // The key names the document, so that a repetition is the same one.
            var dokumentId = anfrage.DokumentId ?? Kennung.Of("dokument", akteur.Id, id.ToString(), schluessel).ToString("N");
            var ergebnis = await faelle.RecordAsync(
                new RecordTatsache(
                    id, anfrage.ToTatsache(dokumentId, datei?.Name ?? "-"), anfrage.WirksamAm, anfrage.Begruendung, anfrage.Bestaetigt, anfrage.Berichtigt, schluessel,
                    Fallversion.FromIfMatch(context.Request))
                {
                    Datei = datei,
                },
                akteur, context.RequestAborted);
            return Results.Ok(new DokumentAbgelegtAntwort(dokumentId, FallAntwort.Of(ergebnis, context)));
        })
            .RequireRolle([.. TatsachenKatalog.Find(nameof(DokumentAbgelegt))!.Rollen])
            .WithMetadata(new OhneIdempotenz(), new NimmtDatei(api.ServiceProvider.GetRequiredService<Dokumentgrenzen>().MaxBytes))
            .WithSummary(Texte.Of("Api.DokumentAblegen")).WithDescription(Texte.Of("Api.DokumentAblegen.Text")).Produces<DokumentAbgelegtAntwort>()
            .AddOpenApiOperationTransformer(DescribeAsync);

        dokumente.MapGet("", async (Guid id, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var fall = await lesen.ReadAsync(id, akteur, "Dokumente", context.RequestAborted);
            return fall.Dokumente.Select(d => DokumentAntwort.Of(d, Zugriffspolitik.MayOpen(akteur, fall, d))).ToList();
        }).RequireRolle(Leser).WithSummary(Texte.Of("Api.Dokumente"));

        dokumente.MapGet("/{dokumentId}", async (Guid id, string dokumentId, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var fall = await lesen.ReadAsync(id, akteur, "Dokumente", context.RequestAborted);
            return fall.FindDokument(dokumentId) is { } dokument
                ? DokumentAntwort.Of(dokument, Zugriffspolitik.MayOpen(akteur, fall, dokument))
                : throw new Application.Ports.NotFoundException(Application.Texte.Of("DokumentUnbekannt"));
        }).RequireRolle(Leser).WithSummary(Texte.Of("Api.Dokument"));

        dokumente.MapGet("/{dokumentId}/datei", async (Guid id, string dokumentId, Dokumentzugriff zugriff, HttpContext context) =>
        {
            var (dokument, inhalt) = await zugriff.ReadAsync(id, dokumentId, context.User.ToAkteur(), context.RequestAborted);
            Protect(context.Response);
            return Results.File(inhalt, dokument.Medientyp, dokument.Datei);
        }).RequireRolle(Leser).WithSummary(Texte.Of("Api.Dokumentdatei"));
    }

    /// <summary>What is handed out is saved and never shown or run by the browser, and kept by nobody on the way.</summary>
    internal static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Said here and not by the endpoint itself, since routing would answer other types before <see cref="ApiSchranke"/> can say what is missing.</summary>
    private static async Task DescribeAsync(OpenApiOperation vorgang, OpenApiOperationTransformerContext kontext, CancellationToken cancellation)
    {
        var formular = await kontext.GetOrCreateSchemaAsync(typeof(DokumentAnfrage), null, cancellation);
        formular.Properties!["datei"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        vorgang.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = formular } },
        };
    }

    /// <exception cref="BadHttpRequestException"/>
    internal static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form breaks off, or is none.", StatusCodes.Status400BadRequest, e);
        }
    }

    private static async Task<Dateiinhalt> CheckAsync(IFormCollection formular, Dokumentannahme annahme, CancellationToken cancellation)
    {
        if (formular.Files.GetFile("datei") is not { } datei)
            throw new InvalidInputException("datei", Meldung.Of("DateiFehlt"));
        using var inhalt = new MemoryStream();
        await datei.CopyToAsync(inhalt, cancellation);
        return await annahme.CheckAsync(datei.FileName, datei.ContentType, inhalt.ToArray(), cancellation);
    }
}

/// <summary>An address that takes a file instead of JSON; its requests carry an <c>Idempotency-Key</c>.</summary>
/// <param name="MaxBytes">Largest file.</param>
/// <param name="Auch">Content type under which the file may come by itself, without form and key; null: none.</param>
internal sealed record NimmtDatei(int MaxBytes, string? Auch = null);

/// <summary>What is said about a document; beside it stands the part <c>datei</c>, except in a correction, which keeps the file.</summary>
/// <param name="DokumentId">Only in a correction: whose.</param>
/// <param name="GehoertZu">Entry of the goal, referral or contact that it belongs to.</param>
internal sealed record DokumentAnfrage(
    DateOnly WirksamAm, Dokumentart Art, string Titel, Dokumentherkunft Herkunft, Personenbezug Betrifft, Dokumentsicht Sicht, string? Von = null, DateOnly? DatiertAm = null,
    string? Begruendung = null, bool Bestaetigt = false, Guid? Berichtigt = null, string? DokumentId = null, Guid? GehoertZu = null)
{
    /// <exception cref="InvalidInputException">Parts are missing, unknown or wrong; all of them are named.</exception>
    public static DokumentAnfrage Read(IFormCollection formular)
    {
        var json = new JsonObject();
        foreach (var (name, wert) in formular.Where(f => !string.IsNullOrEmpty(f.Value.ToString())))
            json[name] = name.Equals(nameof(Bestaetigt), StringComparison.OrdinalIgnoreCase) && bool.TryParse(wert, out var ja) ? JsonValue.Create(ja) : JsonValue.Create(wert.ToString());
        return Anfrageleser.Read<DokumentAnfrage>(JsonSerializer.SerializeToUtf8Bytes(json));
    }

    public DokumentAbgelegt ToTatsache(string dokumentId, string datei) => new(dokumentId, Art, Titel, datei, Herkunft, Betrifft, Sicht, Von, DatiertAm, GehoertZu: GehoertZu);
}

/// <param name="DokumentId">Under which the document is read and removed; the same in every repetition.</param>
internal sealed record DokumentAbgelegtAntwort(string DokumentId, FallAntwort Fall);

/// <summary>A document without its file.</summary>
/// <param name="Eintrag">Number of its entry in the Akte.</param>
/// <param name="Groesse">In bytes.</param>
/// <param name="DarfOeffnen">Whether the caller may read the file; never, once it was removed.</param>
internal sealed record DokumentAntwort(
    string Id, long Eintrag, Dokumentart Art, string Titel, Dokumentherkunft Herkunft, string? Von, DateOnly? DatiertAm, Personenbezug Betrifft, Dokumentsicht Sicht,
    string Datei, string Medientyp, int Groesse, string Sha256, Schadsoftwarepruefung Geprueft, DateOnly AbgelegtAm, string AbgelegtVon, DateOnly? EntferntAm, string? EntferntWeil, bool DarfOeffnen, Guid? GehoertZu)
{
    public static DokumentAntwort Of(Dokument d, bool darfOeffnen) => new(
        d.Id, d.Nr, d.Art, d.Titel, d.Herkunft, d.Von, d.DatiertAm, d.Betrifft, d.Sicht, d.Datei, d.Medientyp, d.Groesse, d.Sha256, d.Geprueft, d.AbgelegtAm, d.AbgelegtVon,
        d.EntferntAm, d.EntferntWeil, darfOeffnen && d.EntferntAm is null, d.GehoertZu);
}
