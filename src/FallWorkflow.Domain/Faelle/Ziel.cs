namespace FallWorkflow.Domain.Faelle;

/// <summary>An agreed goal with its history of dates (R29–R32).</summary>
public sealed class Ziel
{
    public required string Id { get; init; }

    public required string Bezeichnung { get; init; }

    public required Zielebene Ebene { get; init; }

    public string? UebergeordnetesZiel { get; init; }

    public required string Messkriterium { get; init; }

    /// <summary>Kept when the goal is moved (R31).</summary>
    public required DateOnly UrspruenglichBis { get; init; }

    public DateOnly Bis { get; internal set; }

    public Zielergebnis? Ergebnis { get; internal set; }
}
