namespace FallWorkflow.Domain.Faelle;

/// <summary>An agreed goal with its history of dates (R29–R34).</summary>
public sealed class Ziel
{
    public required string Id { get; init; }

    public required string Bezeichnung { get; init; }

    public required Zielebene Ebene { get; init; }

    public string? UebergeordnetesZiel { get; init; }

    public required string Messkriterium { get; init; }

    /// <summary>Life area of the need that the goal answers (R33); null in goals agreed before this was asked.</summary>
    public Lebensbereich? Bedarf { get; init; }

    public string? Ressourcen { get; init; }

    /// <summary>A detour on the way to work, such as debt relief (R34).</summary>
    public bool IstUmweg { get; init; }

    /// <summary>Kept when the goal is moved (R31).</summary>
    public required DateOnly UrspruenglichBis { get; init; }

    public DateOnly Bis { get; internal set; }

    public DateOnly VereinbartAm { get; init; }

    public Zielergebnis? Ergebnis { get; internal set; }

    public DateOnly? AbgeschlossenAm { get; internal set; }
}
