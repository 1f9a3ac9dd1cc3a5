namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>One goal with what was measured; a line of the output.</summary>
/// <param name="Floor">What the value is compared with; null where the value stands for itself.</param>
/// <param name="Ratio">Value by floor.</param>
/// <param name="Goal">For example <c>&gt;= 0.6</c>, of the ratio where there is one, else of the value; null: reported only.</param>
internal sealed record Ziel(string Name, double Value, string Unit, double? Floor, double? Ratio, string? Goal, bool? Met, IReadOnlyDictionary<string, double>? Details = null)
{
    public static Ziel AtLeast(string name, double value, string unit, double floor, double? goal, IReadOnlyDictionary<string, double>? details = null) =>
        new(name, Round(value), unit, Round(floor), Round(value / floor), goal is null ? null : FormattableString.Invariant($">= {goal}"), goal is null ? null : value / floor >= goal, Rounded(details));

    public static Ziel AtMost(string name, double value, string unit, double? floor, double goal, IReadOnlyDictionary<string, double>? details = null)
    {
        var judged = floor is { } f ? value / f : value;
        return new(name, Round(value), unit, floor is null ? null : Round(floor.Value), floor is null ? null : Round(judged), FormattableString.Invariant($"<= {goal}"), judged <= goal, Rounded(details));
    }

    private static Dictionary<string, double>? Rounded(IReadOnlyDictionary<string, double>? details) => details?.ToDictionary(d => d.Key, d => Round(d.Value));

    private static double Round(double value) => Math.Abs(value) >= 100 ? Math.Round(value) : Math.Round(value, 3);
}
