using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Messaging;

/// <summary>No queue takes messages for this partner.</summary>
internal sealed class TraegerUnbekanntException(Exception inner) : FallWorkflowException("No queue takes messages for this partner.", inner);
