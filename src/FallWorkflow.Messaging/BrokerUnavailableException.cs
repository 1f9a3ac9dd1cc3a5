using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Messaging;

/// <summary>The broker cannot be reached or did not confirm in time. No error of the product: messages wait in the outbox.</summary>
internal sealed class BrokerUnavailableException(Exception inner) : FallWorkflowException("The broker cannot be reached.", inner);
