namespace FallWorkflow.Domain.Faelle;

/// <summary>Phases order the work and lock nothing: several can run side by side (R87).</summary>
public sealed partial class Fall
{
    private readonly SortedSet<Phase> _daneben = [];

    /// <summary>Where the Fall stands: <see cref="Phase"/> first, then what runs beside it.</summary>
    public IReadOnlyList<Phase> Phasen => Phase == Phase.Beendet ? [Phase] : [Phase, .. _daneben.Where(p => p != Phase)];

    /// <param name="daneben">The phases before go on.</param>
    internal void EnterPhase(Phase phase, bool daneben)
    {
        if (daneben)
        {
            _daneben.Add(phase);
            return;
        }

        Phase = phase;
        _daneben.Clear();
    }

    /// <summary>Ends a phase that runs beside another; the one where the Fall stands stays.</summary>
    internal void LeavePhase(Phase phase) => _daneben.Remove(phase);
}
