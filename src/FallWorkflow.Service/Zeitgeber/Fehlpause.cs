namespace FallWorkflow.Service.Zeitgeber;

/// <summary>Pause after a failed attempt at a timer, trigger or request: 2 s, doubled with every failure, up to one hour.</summary>
internal static class Fehlpause
{
    private static readonly TimeSpan Erste = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Laengste = TimeSpan.FromHours(1);

    public static TimeSpan After(int versuche)
    {
        var pause = Erste * Math.Pow(2, Math.Min(versuche - 1, 20));
        return pause < Laengste ? pause : Laengste;
    }
}
