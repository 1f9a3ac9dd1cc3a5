using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Persistence;

/// <summary>The database has a schema that this program does not know; it must not be written to.</summary>
public sealed class SchemaMismatchException(string message) : FallWorkflowException(message);
