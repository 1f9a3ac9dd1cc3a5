namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>How much one file of running Fälle may hold.</summary>
/// <param name="MaxBytes">In bytes.</param>
/// <param name="MaxZeilen">Without the heading. Each line is a transaction with its processes.</param>
public sealed record Uebernahmegrenzen(int MaxBytes = 1024 * 1024, int MaxZeilen = 500)
{
    public static Uebernahmegrenzen Standard { get; } = new();
}
