using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Ports;

/// <summary>The database cannot be reached, or stayed locked for longer than the busy time-out; nothing was written.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : FallWorkflowException(message, inner);
