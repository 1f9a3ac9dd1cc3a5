using FallWorkflow.Application.Faelle;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>One running Fall as a line tells it, with its original days.</summary>
public sealed record Altfall(
    string Quelle,
    string Schluessel,
    string BueroId,
    string FallmanagerId,
    string? IntegrationsfachkraftId,
    Person Person,
    IReadOnlyList<Handlungsbedarf> Handlungsbedarfe,
    string? Fortschritt,
    string? Zielgruppe,
    Phase Phase,
    DateOnly UebergebenAm,
    DateOnly? ErstgespraechAm,
    DateOnly? EinwilligungAm,
    DateOnly? AufgenommenAm,
    DateOnly? LetzterKontaktAm,
    Kontaktform? Kontaktform,
    string? Kontaktthemen,
    int? Kontaktrhythmus,
    DateOnly? PlanVom,
    string? Planschritt,
    DateOnly? LetzteUeberpruefung,
    string? UeberpruefungNach,
    int? VerlaengertUm,
    string? Bemerkung)
{
    /// <summary>
    /// The id of its Fall, which follows from office, source and key: the primary key of the Fälle keeps a line from being taken
    /// over twice, also by two uploads at once.
    /// </summary>
    public Guid FallId { get; } = Kennung.Of("altverfahren", BueroId, Same(Quelle), Same(Schluessel));

    private static string Same(string text) => text.Trim().ToUpperInvariant();
}
