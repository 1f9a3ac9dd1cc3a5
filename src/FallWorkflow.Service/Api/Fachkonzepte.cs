using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Service.Fachkonzepte;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>A new version of an office's concept (R85). What is left out takes the product's default.</summary>
/// <param name="GueltigAb">First day on which it applies.</param>
/// <param name="Fristen">Periods by parameter, for example <c>Kontaktfenster.Beginn</c>: <c>3 Wochen</c>.</param>
/// <param name="Begruendung">Why; shown wherever a date moves because of it.</param>
/// <param name="MindestBedarfe">Needs for action that the access rule asks for, 1 to 20 (R01).</param>
/// <param name="Zielgruppen">Target groups admitted with fewer needs (R04).</param>
/// <param name="BueroId">Office; default: the caller's own.</param>
/// <param name="Aufklaerungstexte">Versions of what people are told at the beginning; earlier ones belong into the list too (R12).</param>
/// <param name="Planvorlagen">Plan templates for target groups (R45).</param>
/// <param name="FreigabeFuer">Departures that take effect only with the approval of the team lead (R86).</param>
/// <param name="Aufgabenrollen">Roles that do a kind of task in this office, for example <c>Erstgespraech</c>: <c>Teamleitung</c> (R85).</param>
/// <param name="Betreuungsschluessel">Running Fälle per Fallmanager: reference and what was observed elsewhere, each 1 to 500 (R84).</param>
/// <param name="Mindestzahl">Smallest number of people that exports for research and the survey show, 3 to 50 (R80).</param>
/// <param name="VierAugen">A second Prozessgestalter must agree before a process is published (R85); holds for all offices as soon as one says so.</param>
internal sealed record FachkonzeptAnfrage(
    DateOnly GueltigAb,
    IReadOnlyDictionary<string, string> Fristen,
    string Begruendung,
    int? MindestBedarfe = null,
    IReadOnlyList<string>? Zielgruppen = null,
    string? BueroId = null,
    IReadOnlyList<Aufklaerungstext>? Aufklaerungstexte = null,
    IReadOnlyList<Planvorlage>? Planvorlagen = null,
    IReadOnlyList<string>? FreigabeFuer = null,
    IReadOnlyDictionary<string, string>? Aufgabenrollen = null,
    Betreuungsschluessel? Betreuungsschluessel = null,
    int? Mindestzahl = null,
    bool? VierAugen = null) : IPruefbar
{
    public IEnumerable<Eingabefehler> Validate()
    {
        if (string.IsNullOrWhiteSpace(Begruendung))
            yield return new("begruendung", Texte.Of("Feld.Fehlt"));
        else if (Begruendung.Length > 2000)
            yield return new("begruendung", Texte.Of("Feld.ZuLang", 2000));
        if (GueltigAb.Year is < 2000 or > 2150)
            yield return new("gueltigAb", Texte.Of("Feld.Datum"));
        if (MindestBedarfe is < 1 or > 20)
            yield return new("mindestBedarfe", Texte.Of("Feld.Bereich", 1, 20));
        if (Betreuungsschluessel is { } b && new[] { b.Richtwert, b.Beobachtet, b.BeobachtetGemischt }.Any(w => w is < 1 or > 500))
            yield return new("betreuungsschluessel", Texte.Of("Feld.Bereich", 1, 500));
        if (Mindestzahl is < 3 or > 50)
            yield return new("mindestzahl", Texte.Of("Feld.Bereich", 3, 50));
        foreach (var fehler in Vorlagenpruefung.Validate(Aufklaerungstexte, Planvorlagen))
            yield return fehler;
        for (var i = 0; i < (FreigabeFuer?.Count ?? 0); i++)
        {
            if (!Abweichungen.Alle.Contains(FreigabeFuer![i]))
                yield return new($"freigabeFuer[{i}]", Texte.Of("Feld.Unbekannt", string.Join(", ", Abweichungen.Alle)));
        }

        foreach (var (aufgabe, rolle) in Aufgabenrollen ?? new Dictionary<string, string>())
        {
            if (Aufgabenrolle.Fest.Contains(aufgabe))
                yield return new($"aufgabenrollen.{aufgabe}", Texte.Of("Konzept.AufgabeFest"));
            else if (!Aufgabenrolle.Alle.Contains(rolle))
                yield return new($"aufgabenrollen.{aufgabe}", Texte.Of("Feld.Unbekannt", string.Join(", ", Aufgabenrolle.Alle)));
        }

        foreach (var (parameter, wert) in Fristen)
        {
            if (!Fachkonzept.Parameter.Contains(parameter))
                yield return new($"fristen.{parameter}", Texte.Of("Feld.Unbekannt", string.Join(", ", Fachkonzept.Parameter)));
            else if (!Fristparameter.IsValid(parameter, wert, out var grund))
                yield return new($"fristen.{parameter}", grund);
        }
    }
}

/// <summary>Versions of an office's concept, newest first, and the default concept behind it.</summary>
internal sealed record FachkonzepteAntwort(string BueroId, IReadOnlyList<Fachkonzept> Versionen, Fachkonzept Standard);

/// <param name="NeuBerechnet">Running Fälle of the office whose dates were computed anew.</param>
internal sealed record FachkonzeptAntwort(Fachkonzept Fachkonzept, int NeuBerechnet);

internal static class FachkonzepteEndpunkte
{
    public static void MapFachkonzepte(this IEndpointRouteBuilder api)
    {
        var konzepte = api.MapGroup("/fachkonzepte").WithTags("Fachkonzepte");

        konzepte.MapGet("", (string? bueroId, Konzeptverwaltung verwaltung, HttpContext context) =>
            verwaltung.ReadAsync(bueroId, context.User.ToAkteur(), context.RequestAborted))
            .RequireRolle(Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung, Rollen.Prozessgestalter, Rollen.Datenschutz)
            .WithSummary(Texte.Of("Api.Fachkonzepte")).Produces<FachkonzepteAntwort>();

        konzepte.MapPost("", async (Anfrage<FachkonzeptAnfrage> anfrage, Konzeptverwaltung verwaltung, HttpContext context) =>
            Results.Created("/api/fachkonzepte", await verwaltung.PublishAsync(anfrage.Wert, context.User.ToAkteur(), Idempotenz.KeyOf(context), context.RequestAborted)))
            .RequireRolle(Rollen.Teamleitung, Rollen.Prozessgestalter)
            .WithSummary(Texte.Of("Api.FachkonzeptVeroeffentlichen")).Produces<FachkonzeptAntwort>(StatusCodes.Status201Created);
    }
}
