namespace FallWorkflow.Engine.Execution;

// Stimuli that came before anybody waited for them (EngineOptions.KeepsEarlyStimuli).
public sealed partial class WorkflowEngine
{
    private void KeepIfEarly(BurstSession session, Stimulus stimulus)
    {
        if (Options.KeepsEarlyStimuli)
            EarlyStimuli(session).Keep(stimulus);
    }

    /// <summary>The oldest kept stimulus that somebody waits for by now; it is no longer kept.</summary>
    private async ValueTask<Stimulus?> TakeEarlyAsync(BurstSession session, CancellationToken cancellation)
    {
        if (!Options.KeepsEarlyStimuli)
            return null;
        var store = EarlyStimuli(session);
        foreach (var kept in store.EarlyStimuli)
        {
            var waiting = await session.Burst.Store.FindBookmarksAsync(kept.Name, kept.Key, kept.CorrelationId, cancellation);
            if (!waiting.Any(kept.IsFor))
                continue;
            store.Forget(kept);
            return kept;
        }

        return null;
    }

    private static IEarlyStimulusStore EarlyStimuli(BurstSession session) => session.Burst.Store as IEarlyStimulusStore
        ?? throw new InvalidOperationException($"{session.Burst.Store.GetType().Name} cannot keep early stimuli.");
}
