using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Faelle;

/// <summary>The caller worked on an older version of the Fall (If-Match).</summary>
public sealed class VersionMismatchException(long expected, long actual) : FallWorkflowException(Texte.Of("VersionVeraltet"))
{
    public long Expected { get; } = expected;

    public long Actual { get; } = actual;
}
