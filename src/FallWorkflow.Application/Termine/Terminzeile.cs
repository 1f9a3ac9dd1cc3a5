using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Termine;

/// <summary>An appointment in a list.</summary>
/// <param name="Beginn">Instant (UTC).</param>
/// <param name="Ende">Instant (UTC).</param>
/// <param name="VereinbartAm">Day on which it was first agreed.</param>
/// <param name="Verschoben">How often it was moved.</param>
public sealed record Terminzeile(
    Guid FallId, string Fallnummer, string BueroId, string? PersonName, string? FallmanagerId, string TerminId, DateTimeOffset Beginn, DateTimeOffset Ende,
    Kontaktform Form, Terminzweck Zweck, string? Ort, Terminstand Stand, DateOnly VereinbartAm, int Verschoben);
