namespace FallWorkflow.Domain.Faelle;

/// <summary>A pause with its reason; both ends count. Pauses move periods and hold open tasks.</summary>
public sealed class Pause
{
    public required string Id { get; init; }

    public required DateOnly Von { get; init; }

    public required DateOnly Bis { get; set; }

    public required string Grund { get; init; }
}
