namespace FallWorkflow.Domain.Regeln;

/// <summary>A rule of the field does not allow what was asked; the message is German and says what to do.</summary>
public sealed class RuleBrokenException(IRegel regel) : FallWorkflowException(Meldung.Of(regel.GetType().Name, regel.Angaben))
{
    public IRegel Regel { get; } = regel;
}
