using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Studio;

/// <summary>Definitions as files: what is exported here opens in every Elsa Studio, what was exported there is taken in as it is.</summary>
internal static class Dateiendpunkte
{
    /// <summary>Most bytes of one definition inside an archive; the largest shipped one is a tenth of it.</summary>
    private const int MaxEintrag = 1024 * 1024;

    /// <summary>Most bytes of all definitions of one import together, unpacked.</summary>
    private const int MaxZusammen = 20 * 1024 * 1024;

    public static void MapDateien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", async (
            string definitionId, string? versionOptions, bool? includeConsumingWorkflows, Fassungen fassungen, Verwendungen verwendungen, HttpContext context) =>
        {
            var fassung = await fassungen.FindAsync(definitionId, versionOptions, context.RequestAborted) ?? throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
            if (includeConsumingWorkflows is not true)
                return File(context, $"{fassung.DefinitionId}-v{fassung.Version}.json", "application/json", Encoding.UTF8.GetBytes(Indented(fassung.Json)));
            var alle = new List<Fassung> { fassung };
            foreach (var id in verwendungen.Of(definitionId))
                alle.Add((await fassungen.FindAsync(id, "Published", context.RequestAborted))!);
            return Archive(context, alle);
        });

        api.MapPost("/bulk-actions/export/workflow-definitions", async (Fassungen fassungen, HttpContext context) =>
        {
            var alle = new List<Fassung>();
            foreach (var id in (await context.BodyAsync()).Texts("ids").Distinct(StringComparer.Ordinal).Take(Definitionsendpunkte.MaxSeite))
            {
                if (await fassungen.FindByIdAsync(id, context.RequestAborted) is { } fassung)
                    alle.Add(fassung);
            }

            return Archive(context, alle);
        });

        var schreiben = api.MapGroup("").RequireRolle(Rollen.Prozessgestalter);
        schreiben.MapPost("/workflow-definitions/import", async (Entwurfsdienst dienst, Antworten antworten, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            var fassung = await dienst.SaveAsync(await context.BodyAsync(), akteur, Entwurfsart.Importiert, context.RequestAborted);
            return Antworten.Json(antworten.Definition(fassung, akteur));
        });

        schreiben.MapPost("/workflow-definitions/import-files", async (Entwurfsdienst dienst, HttpContext context) =>
        {
            if (!context.Request.HasFormContentType)
                throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", "multipart/form-data"));
            var anzahl = 0;
            foreach (var definition in await ReadAsync((await context.Request.ReadFormAsync(context.RequestAborted)).Files, context.RequestAborted))
            {
                await dienst.SaveAsync(definition, context.User.ToAkteur(), Entwurfsart.Importiert, context.RequestAborted);
                anzahl++;
            }

            return Antworten.Json(new JsonObject { ["count"] = anzahl });
        }).DisableAntiforgery();
    }

    private static async Task<List<JsonObject>> ReadAsync(IFormFileCollection dateien, CancellationToken cancellation)
    {
        var alle = new List<JsonObject>();
        var groesse = 0L;
        foreach (var datei in dateien)
        {
            await using var inhalt = datei.OpenReadStream();
            if (!datei.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                Count(datei.Length);
                alle.Add(await ReadAsync(datei.FileName, inhalt, cancellation));
                continue;
            }

            try
            {
                await using var archiv = new ZipArchive(inhalt, ZipArchiveMode.Read);
                foreach (var eintrag in archiv.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
                {
                    if (eintrag.Length > MaxEintrag)
                        throw new InvalidInputException("generalErrors", Texte.Of("Studio.EintragZuGross", eintrag.Name, MaxEintrag / 1024 / 1024));
                    Count(eintrag.Length);
                    await using var teil = await eintrag.OpenAsync(cancellation);
                    alle.Add(await ReadAsync(eintrag.Name, await AtMostAsync(teil, eintrag.Length, eintrag.Name, cancellation), cancellation));
                }
            }
            catch (InvalidDataException e)
            {
                throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", $"{datei.FileName}: {e.Message}"));
            }
        }

        return alle;

        void Count(long bytes)
        {
            groesse += bytes;
            if (alle.Count >= Definitionsendpunkte.MaxSeite || groesse > MaxZusammen)
                throw new InvalidInputException("generalErrors", Texte.Of("Studio.ImportZuGross", Definitionsendpunkte.MaxSeite, MaxZusammen / 1024 / 1024));
        }
    }

    /// <summary>No more than the archive promised, which it need not keep.</summary>
    private static async Task<MemoryStream> AtMostAsync(Stream quelle, long bytes, string name, CancellationToken cancellation)
    {
        var inhalt = new byte[bytes + 1];
        var gelesen = await quelle.ReadAtLeastAsync(inhalt, inhalt.Length, throwOnEndOfStream: false, cancellation);
        return gelesen <= bytes ? new(inhalt, 0, gelesen) : throw new InvalidInputException("generalErrors", Texte.Of("Studio.EintragZuGross", name, MaxEintrag / 1024 / 1024));
    }

    private static async Task<JsonObject> ReadAsync(string name, Stream inhalt, CancellationToken cancellation)
    {
        try
        {
            return await JsonNode.ParseAsync(inhalt, cancellationToken: cancellation) is JsonObject objekt && objekt.Count > 0
                ? objekt
                : throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", name));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", $"{name}: {e.Message}"));
        }
    }

    private static IResult Archive(HttpContext context, IReadOnlyList<Fassung> alle)
    {
        using var puffer = new MemoryStream();
        using (var archiv = new ZipArchive(puffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var fassung in alle)
            {
                using var eintrag = archiv.CreateEntry($"{fassung.DefinitionId}-v{fassung.Version}.json").Open();
                eintrag.Write(Encoding.UTF8.GetBytes(Indented(fassung.Json)));
            }
        }

        return File(context, "prozesse.zip", "application/zip", puffer.ToArray());
    }

    private static IResult File(HttpContext context, string name, string art, byte[] inhalt)
    {
        // Read by scripts too, so it says its name in plain letters.
        context.Response.Headers["Access-Control-Expose-Headers"] = "Content-Disposition";
        return Results.File(inhalt, art, name);
    }

    private static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions(Antworten.Schreibweise) { WriteIndented = true });
}
