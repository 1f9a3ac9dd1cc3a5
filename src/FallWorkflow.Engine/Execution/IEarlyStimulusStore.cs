namespace FallWorkflow.Engine.Execution;

/// <summary>A store that can keep stimuli nobody waited for, see <see cref="EngineOptions.KeepsEarlyStimuli"/>.</summary>
public interface IEarlyStimulusStore
{
    /// <summary>What is kept, oldest first; a copy that stays as it is.</summary>
    IReadOnlyList<Stimulus> EarlyStimuli { get; }

    void Keep(Stimulus stimulus);

    void Forget(Stimulus stimulus);
}
