using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Persistence.Model;

/// <summary>An appointment, derived from the Fall on every save; for lists over many Fälle and for the reminders.</summary>
internal sealed class TerminRow
{
    /// <summary>As <see cref="Application.Termine.Terminkennung"/>.</summary>
    public required Guid Id { get; init; }

    public required Guid FallId { get; init; }

    public required string TerminId { get; init; }

    public DateTimeOffset Beginn { get; set; }

    public DateTimeOffset Ende { get; set; }

    public Kontaktform Form { get; set; }

    public Terminzweck Zweck { get; set; }

    public string? Ort { get; set; }

    public Terminstand Stand { get; set; }

    public DateOnly VereinbartAm { get; set; }

    public int Verschoben { get; set; }

    /// <summary>The client wants to be reminded; the address stands in the Akte alone.</summary>
    public bool MitErinnerung { get; set; }
}
