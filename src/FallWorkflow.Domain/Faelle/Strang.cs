namespace FallWorkflow.Domain.Faelle;

/// <summary>
/// Something in a Fall that is begun, looked after and ended beside the phases: a chain of services, a case conference and
/// each of its decisions, a question to the benefits department, subsidised employment, an employer's part, a missing offer
/// (R44, R62–R64, R66, R67).
/// </summary>
public sealed class Strang
{
    public required string Id { get; init; }

    public required Strangart Art { get; init; }

    public required string Bezeichnung { get; init; }

    /// <summary>Begin, or the last time it was looked after: dates of its process count from here.</summary>
    public required DateOnly StandVom { get; set; }

    /// <summary>A day that was agreed for it, for example of a conference or a decision; null if none was.</summary>
    public DateOnly? Termin { get; init; }

    /// <summary>Agreed period as text of a Frist; null takes process, concept or default (R86).</summary>
    public string? Frist { get; init; }

    /// <summary>Referrals that belong to it, in the order of the chain (R62).</summary>
    public IReadOnlyList<string> Zuweisungen { get; init; } = [];

    public DateOnly? BeendetAm { get; internal set; }

    public bool IstOffen => BeendetAm is null;
}
