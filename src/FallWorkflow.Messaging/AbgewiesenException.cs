using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Messaging;

/// <summary>A partner's message has no effect and will have none if repeated; it is parked with this reason.</summary>
/// <param name="grund">German, for the partner and for whoever looks at the parked message.</param>
internal sealed class AbgewiesenException(string grund, Absender? absender = null, Exception? inner = null) : FallWorkflowException(grund, inner)
{
    public Absender? Absender { get; } = absender;
}
