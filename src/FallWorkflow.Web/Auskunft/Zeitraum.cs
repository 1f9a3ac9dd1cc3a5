using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Web.Auskunft;

/// <summary>The days that a list is asked for; what lies outside of the years 2000 to 2150 is cut.</summary>
internal readonly record struct Zeitraum(DateOnly Von, DateOnly Bis)
{
    private static readonly DateOnly Erster = new(2000, 1, 1);

    private static readonly DateOnly Letzter = new(2150, 12, 31);

    public DateTimeOffset Beginn => Ortszeit.At(Von, TimeOnly.MinValue);

    public DateTimeOffset Ende => Ortszeit.EndOfDay(Bis);

    /// <summary>Without a last day until today, without a first day the three months before the last.</summary>
    public static Zeitraum Of(DateOnly? von, DateOnly? bis, DateOnly heute)
    {
        var ende = Within(bis ?? heute);
        return new(Within(von ?? ende.AddMonths(-3)), ende);
    }

    private static DateOnly Within(DateOnly tag) => tag < Erster ? Erster : tag > Letzter ? Letzter : tag;
}
