namespace FallWorkflow.Messaging;

/// <summary>
/// What MassTransit takes any partner message for. It has no members on purpose: the body is read by
/// <see cref="Eingangsleser"/>, so that a wrong member is answered with a reason instead of an exception of the serialiser.
/// </summary>
internal sealed class Eingang;
