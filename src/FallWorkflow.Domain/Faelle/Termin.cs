using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Domain.Faelle;

/// <summary>An appointment with the client: when, where, in which form and what for. Missing one has no consequence for the client (R50).</summary>
public sealed class Termin
{
    public required string Id { get; init; }

    /// <summary>Day on which it was first agreed.</summary>
    public required DateOnly VereinbartAm { get; init; }

    public required DateOnly Am { get; set; }

    /// <summary>Local time (Europe/Berlin).</summary>
    public required TimeOnly Um { get; set; }

    /// <summary>Minutes, 1 to 600.</summary>
    public required int Dauer { get; set; }

    public required Kontaktform Form { get; set; }

    public required Terminzweck Zweck { get; init; }

    /// <summary>Null only on the telephone or by video.</summary>
    public string? Ort { get; set; }

    /// <summary>What it is about in words for the client's letter; never leaves the house by mail or in a calendar file.</summary>
    public string? Anliegen { get; init; }

    public IReadOnlyList<Teilnehmende> Teilnehmende { get; init; } = [];

    /// <summary>How often it was moved.</summary>
    public int Verschoben { get; internal set; }

    /// <summary>Latest day on which it was moved; null if it was not.</summary>
    public DateOnly? VerschobenAm { get; internal set; }

    /// <summary>When and how the letter of invitation left; null if it has not, or told an older date.</summary>
    public (DateOnly Am, Zustellweg Weg)? Einladung { get; internal set; }

    public Terminstand Stand { get; internal set; }

    public bool IstOffen => Stand == Terminstand.Vereinbart;

    /// <summary>Instant (UTC); a time that the clock skips or has twice is resolved by <see cref="Ortszeit.At"/>.</summary>
    public DateTimeOffset Beginn => Ortszeit.At(Am, Um);

    public DateTimeOffset Ende => Beginn.AddMinutes(Dauer);
}
