using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;

namespace FallWorkflow.Application.Faelle;

/// <summary>
/// Processes that belong to no Fall: what a schedule starts, and what follows from it. Such a burst holds no Fall, so its events
/// reach no process of one, and case activities in it become incidents.
/// </summary>
public sealed class FreieProzesse(IUnitOfWorkFactory uows, IWorkflowEngine engine, TimeProvider clock, IOutboxSignal signal)
{
    private const int Versuche = 8;

    /// <summary>Starts the process of a due trigger and moves the trigger on, both or neither.</summary>
    /// <exception cref="ConflictException">Somebody else keeps changing the same rows.</exception>
    public Task<Ausloesung> FireTriggerAsync(ClaimedTrigger claimed, CancellationToken cancellation = default) => RunAsync(null, async (uow, burst) =>
    {
        if (await uow.FindClaimedTriggerAsync(claimed, cancellation) is not { } trigger)
            return Ausloesung.Vergeben;
        if (await engine.FireScheduleAsync(burst, trigger, cancellation) is null)
            return Ausloesung.Unbekannt;
        trigger.Fired(clock.GetUtcNow());
        return Ausloesung.Gestartet;
    }, cancellation);

    /// <summary>Fires a claimed timer of an instance without Fall. False if it is gone, or somebody else's by now.</summary>
    /// <exception cref="ConflictException">Somebody else keeps changing the same rows.</exception>
    public Task<bool> FireTimerAsync(ClaimedTimer timer, CancellationToken cancellation = default) => RunAsync(
        timer.CorrelationId,
        async (uow, burst) => await uow.FindClaimedTimerAsync(timer.Id, timer.Fence, cancellation) is not null
            && await engine.FireTimerAsync(burst, timer.Id, cancellation),
        cancellation);

    /// <summary>Delivers the answer to a request. False if nobody waits for it, or it is somebody else's by now.</summary>
    /// <exception cref="ConflictException">Somebody else keeps changing the same rows.</exception>
    public Task<bool> AnswerAsync(ClaimedCall call, JsonObject antwort, CancellationToken cancellation = default) =>
        RunAsync(call.CorrelationId, (uow, burst) => DeliverAsync(engine, uow, burst, call, antwort, cancellation), cancellation);

    internal static async Task<bool> DeliverAsync(
        IWorkflowEngine engine, IUnitOfWork uow, Burst burst, ClaimedCall call, JsonObject antwort, CancellationToken cancellation)
    {
        if (await uow.FindClaimedCallAsync(call.Id, call.Fence, cancellation) is not { } aufruf)
            return false;
        uow.Engine.Remove(aufruf);
        var stimulus = new Stimulus(HttpExchange.Stimulus, aufruf.CorrelationId, aufruf.ExecutionId, antwort.DeepClone());
        await engine.PublishAsync(burst, stimulus, cancellation);
        return true;
    }

    private async Task<T> RunAsync<T>(string? korrelation, Func<IUnitOfWork, Burst, Task<T>> work, CancellationToken cancellation)
    {
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                await using var uow = uows.Begin();
                var burst = new Burst(uow.Engine)
                {
                    Reaches = b => b.CorrelationId is null || b.CorrelationId == korrelation || !Guid.TryParse(b.CorrelationId, out _),
                };
                var geschehen = await work(uow, burst);
                await uow.CommitAsync(cancellation);
                signal.Ring();
                return geschehen;
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Decided again on what the other has left; if the claim itself is lost, the fence says so.
            }
        }
    }
}
