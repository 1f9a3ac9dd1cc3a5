using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// How long the worker rests after a full batch, so that thousands of timers that fell due while the service was down neither
/// take the database from those who work on it now nor leave faster than the operator allows.
/// </summary>
internal static class Nachholbremse
{
    private static readonly TimeSpan Laengste = TimeSpan.FromSeconds(10);

    /// <param name="beansprucht">Timers claimed by the batch; a batch that was not full leaves nothing to catch up with.</param>
    /// <param name="dauer">How long the batch took.</param>
    /// <param name="vordergrund">Whether requests were served meanwhile.</param>
    public static TimeSpan PauseAfter(int beansprucht, TimeSpan dauer, bool vordergrund, Einstellungen einstellungen)
    {
        if (beansprucht < einstellungen.Stapel)
            return TimeSpan.Zero;
        var pause = TimeSpan.Zero;
        if (einstellungen.NachholenJeSekunde > 0)
            pause = TimeSpan.FromSeconds((double)beansprucht / einstellungen.NachholenJeSekunde) - dauer;
        if (vordergrund)
        {
            var anteil = dauer * einstellungen.Vordergrundanteil / (100 - einstellungen.Vordergrundanteil);
            if (anteil > pause)
                pause = anteil;
        }

        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause > Laengste ? Laengste : pause;
    }
}
