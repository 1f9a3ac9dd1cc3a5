using FallWorkflow.Application.Ports;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace FallWorkflow.Messaging;

/// <summary>
/// Stands before MassTransit's parking: a message that was interrupted (shutdown, store away) is no poison and goes back to
/// the broker. Rethrowing makes the transport return it to the queue.
/// </summary>
internal sealed partial class ParkFilter(ILogger<ParkFilter> logger) : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var cause = context.Exception.GetBaseException();
        if (cause is OperationCanceledException or StoreUnavailableException)
            return Task.FromException(context.Exception);
        LogParked(logger, context.GetMessageId(), cause.GetType().Name);
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("park");

    [LoggerMessage(30, LogLevel.Warning, "Message {Id} from a partner was parked ({Cause}).")]
    private static partial void LogParked(ILogger logger, Guid? id, string cause);
}
