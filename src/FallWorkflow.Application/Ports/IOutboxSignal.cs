namespace FallWorkflow.Application.Ports;

/// <summary>Wakes the outbox relay after a commit; it would look by itself a little later.</summary>
public interface IOutboxSignal
{
    void Ring();
}
