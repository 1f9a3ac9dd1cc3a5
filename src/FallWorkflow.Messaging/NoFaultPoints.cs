using FallWorkflow.Application.Ports;

namespace FallWorkflow.Messaging;

internal sealed class NoFaultPoints : IFaultPoints
{
    public bool IsArmed => false;

    public void Reached(string name)
    {
    }
}
