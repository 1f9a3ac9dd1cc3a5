using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Zugriff;

/// <summary>The person may see the Fall but not do this.</summary>
public sealed class ZugriffVerweigertException(string message) : FallWorkflowException(message);
