namespace FallWorkflow.Application.Dokumente;

/// <summary>How much may be put into an Akte.</summary>
/// <param name="MaxBytes">Largest file, in bytes.</param>
/// <param name="MaxBytesJeFall">All files of a Fall that are kept, in bytes.</param>
public sealed record Dokumentgrenzen(int MaxBytes = 10 * Dokumentgrenzen.Megabyte, long MaxBytesJeFall = 100L * Dokumentgrenzen.Megabyte)
{
    public const int Megabyte = 1024 * 1024;

    public static Dokumentgrenzen Standard { get; } = new();
}
