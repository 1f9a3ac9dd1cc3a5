using FallWorkflow.Application.Aufgaben;

namespace FallWorkflow.Application.Abfragen;

/// <summary>A task in a list, with what people need to recognise it.</summary>
/// <param name="IstUeberfaellig">The last day in time has passed, counted from the day that was asked for.</param>
/// <param name="Ruht">Held by a pause on the day that was asked for; nobody has to do it now.</param>
public sealed record Aufgabenzeile(
    Guid Id,
    Guid FallId,
    string? FallNummer,
    string? PersonName,
    string BueroId,
    string Art,
    string Titel,
    string? Beschreibung,
    string Rolle,
    string? ZustaendigId,
    string? ZustaendigName,
    DateTimeOffset ErstelltAm,
    DateOnly? FaelligAm,
    Aufgabenstatus Status,
    bool IstUeberfaellig,
    bool Ruht,
    DateOnly? RuhtBis,
    string? Bezug,
    IReadOnlyList<string> ErledigtDurch,
    IReadOnlyList<string> Ergebnisse,
    string? Fristregel,
    DateTimeOffset? BeendetAm,
    string? BeendetVon,
    string? Ergebnis,
    string? Begruendung);
