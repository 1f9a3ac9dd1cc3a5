using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Persistence;

/// <summary>The database has a schema that this program does not know; it must not be written to.</summary>
/// <param name="message">For logs; what people read is put together from the properties.</param>
public sealed class SchemaMismatchException(string message, bool isNewer, IReadOnlyList<string> migrations) : FallWorkflowException(message)
{
    /// <summary>True: the database knows more than this program. False: it lacks something.</summary>
    public bool IsNewer { get; } = isNewer;

    /// <summary>Migrations that only one of the two knows.</summary>
    public IReadOnlyList<string> Migrations { get; } = migrations;
}
