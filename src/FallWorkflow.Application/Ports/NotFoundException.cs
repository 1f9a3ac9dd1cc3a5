using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Ports;

/// <summary>What was asked for does not exist, or not for this person: both are answered alike, so existence is not revealed.</summary>
public sealed class NotFoundException(string message) : FallWorkflowException(message);
