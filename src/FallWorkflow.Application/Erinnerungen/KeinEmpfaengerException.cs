using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Erinnerungen;

/// <summary>Nobody can be told: the person or everybody of the role has no mail address. Tried again, since somebody may enter one.</summary>
public sealed class KeinEmpfaengerException(string message) : FallWorkflowException(message);
