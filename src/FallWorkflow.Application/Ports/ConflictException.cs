using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Ports;

/// <summary>Two transactions changed the same thing; the loser reloads and tries again.</summary>
public sealed class ConflictException(string message, Exception? inner = null) : FallWorkflowException(message, inner);
