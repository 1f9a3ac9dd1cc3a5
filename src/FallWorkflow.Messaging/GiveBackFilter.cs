using FallWorkflow.Application.Ports;
using MassTransit;

namespace FallWorkflow.Messaging;

/// <summary>
/// Stands before MassTransit's parking: a message that was interrupted (shutdown, store away) is no poison and goes back to
/// the broker. Rethrowing makes the transport return it to the queue.
/// </summary>
internal sealed class GiveBackFilter : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        context.Exception.GetBaseException() is OperationCanceledException or StoreUnavailableException
            ? Task.FromException(context.Exception)
            : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("giveBack");
}
