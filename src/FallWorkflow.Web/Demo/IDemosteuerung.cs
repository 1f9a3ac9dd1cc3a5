namespace FallWorkflow.Web.Demo;

/// <summary>Moves the clock of a demo. Where it is registered, the pages show a bar with the virtual date; elsewhere nothing of it exists.</summary>
public interface IDemosteuerung
{
    /// <summary>Virtual now (UTC).</summary>
    DateTimeOffset Jetzt { get; }

    /// <summary>Moves the clock forward to the given day and lets everything that falls due on the way happen.</summary>
    /// <param name="tag">Later than the virtual today; at most five years ahead.</param>
    /// <exception cref="FallWorkflow.Domain.Regeln.InvalidInputException">The day is not later, or too far.</exception>
    Task AdvanceToAsync(DateOnly tag, CancellationToken cancellation = default);
}
