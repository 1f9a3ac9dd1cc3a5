using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Messaging;

/// <summary>A partner's message has no effect and will have none if repeated; it is parked with this reason.</summary>
/// <param name="grund">German, for the partner and for whoever looks at the parked message.</param>
/// <remarks>Never with an inner exception: MassTransit writes the innermost message on the parked one, and that one is not for partners.</remarks>
internal sealed class AbgewiesenException(string grund, Absender? absender = null) : FallWorkflowException(grund)
{
    public Absender? Absender { get; } = absender;
}
