namespace FallWorkflow.Application.Zeitgeber;

/// <summary>What a reconciliation has looked at so far.</summary>
public sealed class Pruefzaehler
{
    /// <summary>Running instances.</summary>
    public long Instanzen { get; set; }

    public long Zeitgeber { get; set; }
}
