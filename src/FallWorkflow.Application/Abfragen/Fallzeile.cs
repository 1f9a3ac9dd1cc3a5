using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>A Fall in a list.</summary>
/// <param name="NaechsteFaelligkeit">Earliest last day of its open tasks.</param>
public sealed record Fallzeile(
    Guid Id,
    string Nummer,
    string BueroId,
    string? PersonName,
    string? FallmanagerId,
    string? FallmanagerName,
    string? IntegrationsfachkraftId,
    Phase Phase,
    Fallstatus Status,
    DateOnly? UebergebenAm,
    DateOnly? AufgenommenAm,
    DateOnly? LetzterKontaktAm,
    DateOnly? AbgeschlossenAm,
    DateOnly? BeendetAm,
    int OffeneAufgaben,
    DateOnly? NaechsteFaelligkeit);
