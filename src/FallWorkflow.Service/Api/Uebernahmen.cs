using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FallWorkflow.Service.Api;

/// <summary>Running Fälle are taken over from a file (ADR 0030). Repeating it changes nothing, so no answer is kept.</summary>
internal static class UebernahmenEndpunkte
{
    private const string Csvtyp = "text/csv";

    public static void MapUebernahmen(this IEndpointRouteBuilder api)
    {
        var uebernahmen = api.MapGroup("/import/faelle").WithTags("Fälle");

        uebernahmen.MapPost("", async (string? pruefen, string? format, Falluebernahme uebernahme, HttpContext context) =>
        {
            var nurPruefung = Flag("pruefen", pruefen, true);
            if (format is not (null or "json" or "csv"))
                throw new InvalidInputException("format", Application.Texte.Of("Uebernahme.NichtZurWahl", format, "json, csv"));
            var bericht = await uebernahme.RunAsync(await ReadAsync(context.Request), nurPruefung, context.User.ToAkteur(), context.RequestAborted);
            return format == "csv" ? Results.File(Uebernahmeliste.Write(bericht), Csv.ContentType, "uebernahme.csv") : Results.Ok(bericht);
        })
            .RequireRolle(Rollen.Teamleitung)
            .WithMetadata(new OhneIdempotenz(), new NimmtDatei(api.ServiceProvider.GetRequiredService<Uebernahmegrenzen>().MaxBytes, Csvtyp))
            .WithSummary(Texte.Of("Api.Uebernahme")).WithDescription(Texte.Of("Api.Uebernahme.Text")).Produces<Uebernahmebericht>()
            .AddOpenApiOperationTransformer((vorgang, _, _) =>
            {
                vorgang.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        [Csvtyp] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                        ["multipart/form-data"] = new()
                        {
                            Schema = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Object,
                                Properties = new Dictionary<string, IOpenApiSchema> { ["datei"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                            },
                        },
                    },
                };
                return Task.CompletedTask;
            });

        uebernahmen.MapGet("/vorlage", () => Results.File(Uebernahmeliste.Template(), Csv.ContentType, "laufende-faelle.csv"))
            .RequireRolle(Rollen.Teamleitung).WithSummary(Texte.Of("Api.Uebernahmevorlage")).Produces(StatusCodes.Status200OK, contentType: Csvtyp);
    }

    private static bool Flag(string name, string? wert, bool standard) => wert is null
        ? standard
        : bool.TryParse(wert, out var ja) ? ja : throw new InvalidInputException(name, Application.Texte.Of("Uebernahme.NichtZurWahl", wert, "true, false"));

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var inhalt = new MemoryStream();
        if (!request.HasFormContentType)
        {
            await request.Body.CopyToAsync(inhalt, request.HttpContext.RequestAborted);
        }
        else
        {
            var formular = await DokumenteEndpunkte.ReadFormAsync(request);
            if (formular.Files.GetFile("datei") is { } datei)
                await datei.CopyToAsync(inhalt, request.HttpContext.RequestAborted);
        }

        return inhalt.Length > 0 ? inhalt.ToArray() : throw new InvalidInputException("datei", Application.Texte.Of("Uebernahme.DateiFehlt"));
    }
}
