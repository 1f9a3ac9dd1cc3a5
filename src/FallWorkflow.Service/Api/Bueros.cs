using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <param name="Name">German name, as people read it.</param>
/// <param name="Regel"><c>15.08.</c> (every year), <c>31.10.2017</c> (once), <c>Ostern+60</c> or <c>Mittwoch vor 23.11.</c></param>
/// <param name="VonJahr">First year, inclusive; null: always was.</param>
/// <param name="BisJahr">Last year, inclusive; null: still holds.</param>
internal sealed record FeiertagAnfrage(string Name, string Regel, int? VonJahr = null, int? BisJahr = null);

/// <summary>The local Feiertage of an office, all of them: what is left out no longer holds.</summary>
/// <param name="Begruendung">Why; shown wherever a date moves because of it.</param>
internal sealed record FeiertageAnfrage(IReadOnlyList<FeiertagAnfrage> Feiertage, string Begruendung) : IPruefbar
{
    public IEnumerable<Eingabefehler> Validate()
    {
        if (string.IsNullOrWhiteSpace(Begruendung))
            yield return new("begruendung", Texte.Of("Feld.Fehlt"));
        else if (Begruendung.Length > 2000)
            yield return new("begruendung", Texte.Of("Feld.ZuLang", 2000));
        if (Feiertage.Count > 20)
            yield return new("feiertage", Texte.Of("Feiertage.ZuViele", 20));
        for (var i = 0; i < Feiertage.Count; i++)
        {
            if (Read(Feiertage[i], out var grund) is null)
                yield return new($"feiertage[{i}]", grund);
            else if (Feiertage[i].Name.Length > 100)
                yield return new($"feiertage[{i}].name", Texte.Of("Feld.ZuLang", 100));
        }
    }

    public List<LokalerFeiertag> Read() => [.. Feiertage.Select(f => Read(f, out _)!)];

    private static LokalerFeiertag? Read(FeiertagAnfrage feiertag, out string grund)
    {
        try
        {
            grund = "";
            return new LokalerFeiertag(feiertag.Name, feiertag.Regel, feiertag.VonJahr, feiertag.BisJahr);
        }
        catch (FormatException e)
        {
            grund = e.Message;
            return null;
        }
    }
}

/// <param name="NeuBerechnet">Fälle of the office whose dates were computed anew.</param>
internal sealed record FeiertageAntwort(IReadOnlyList<LokalerFeiertag> Feiertage, int NeuBerechnet);

/// <summary>The caller's office and what holds only there.</summary>
internal static class BuerosEndpunkte
{
    public static void MapBueros(this IEndpointRouteBuilder api)
    {
        var bueros = api.MapGroup("/bueros").WithTags("Standorte");

        bueros.MapGet("/{id}", async (string id, IStammdaten stammdaten, HttpContext context) =>
            await FindAsync(id, stammdaten, context))
            .RequireRolle(Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung, Rollen.Prozessgestalter, Rollen.Datenschutz)
            .WithSummary(Texte.Of("Api.Buero")).Produces<Buero>();

        bueros.MapPut("/{id}/feiertage", async (string id, Anfrage<FeiertageAnfrage> anfrage, IStammdaten stammdaten, Konzeptwechsel wechsel, HttpContext context) =>
        {
            if (anfrage.Wert.Validate().ToList() is { Count: > 0 } fehler)
                throw new InvalidInputException(fehler);
            var buero = await FindAsync(id, stammdaten, context);
            buero.LokaleFeiertage = anfrage.Wert.Read();
            await stammdaten.SaveAsync(buero, context.RequestAborted);
            var anlass = Texte.Of("Feiertage.Anlass", anfrage.Wert.Begruendung);
            return new FeiertageAntwort(buero.LokaleFeiertage, await wechsel.RecomputeAsync(id, context.User.ToAkteur(), anlass, context.RequestAborted));
        })
            .RequireRolle(Rollen.Teamleitung, Rollen.Prozessgestalter)
            .WithSummary(Texte.Of("Api.Feiertage")).Produces<FeiertageAntwort>();
    }

    /// <exception cref="NotFoundException">There is no such office, or it is not the caller's.</exception>
    private static async Task<Buero> FindAsync(string id, IStammdaten stammdaten, HttpContext context)
    {
        var buero = context.User.ToAkteur().BueroId == id ? await stammdaten.FindBueroAsync(id, context.RequestAborted) : null;
        return buero ?? throw new NotFoundException(Texte.Of("Buero.Unbekannt"));
    }
}
