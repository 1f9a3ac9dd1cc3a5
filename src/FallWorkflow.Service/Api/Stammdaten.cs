using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Somebody or something that a fact can name by its id.</summary>
internal sealed record Auswahlzeile(string Id, string Name, string? Leistungsbereich = null);

/// <summary>What a form lets people choose from: Fallmanager of an office and partners.</summary>
/// <param name="Fallmanager">Of the caller's own office.</param>
internal sealed record StammdatenAntwort(IReadOnlyList<Auswahlzeile> Fallmanager, IReadOnlyList<Auswahlzeile> Traeger);

internal static class StammdatenEndpunkte
{
    public static void MapStammdaten(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rechtsgrundlagen", (DateOnly? am, TimeProvider uhr) => Rechtsgrundlagen.On(am ?? Ortszeit.DateOf(uhr.GetUtcNow())))
            .WithTags("Stammdaten").WithSummary(Texte.Of("Api.Rechtsgrundlagen"));

        api.MapGet("/stammdaten", async (IStammdaten stammdaten, HttpContext context) =>
        {
            var buero = context.User.ToAkteur().BueroId ?? throw new InvalidInputException("bueroId", Texte.Of("Statistik.OhneBuero"));
            return new StammdatenAntwort(
                [.. (await stammdaten.BenutzerAsync(buero, Rollen.Fallmanager, context.RequestAborted)).Select(b => new Auswahlzeile(b.Id, b.Name))],
                [.. (await stammdaten.TraegerAsync(context.RequestAborted)).Select(t => new Auswahlzeile(t.Id, t.Name, t.Leistungsbereich))]);
        })
        .RequireRolle(Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung)
        .WithTags("Stammdaten").WithSummary(Texte.Of("Api.Stammdaten"));
    }
}
