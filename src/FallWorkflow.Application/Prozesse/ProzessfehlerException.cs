using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Prozesse;

/// <summary>A process asks for something that cannot be done; stops only its own instance, as an incident.</summary>
public sealed class ProzessfehlerException(string message) : FallWorkflowException(message);
