namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Inside a workflow a timer fires once, like a delay; as trigger it starts an instance every interval.</summary>
internal sealed class Timer : Delay
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Timer", "Zeitgeber", Categories.Time, "Wartet einmal den angegebenen Abstand; als Auslöser startet er den Prozess immer wieder in diesem Abstand.",
        [new("interval", "TimeSpan", "Abstand", "Tage.Stunden:Minuten:Sekunden, zum Beispiel 1.00:00:00 für einen Tag.", Required: true)],
        [ActivityDescriptor.Done])
    { Waits = true };

    protected override string InputName => "interval";
}
