using FallWorkflow.Application.Fristen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.NachbetreuungBeenden</c> and <c>FallWorkflow.AufbewahrungBeginnen</c>: the process itself states that a
/// period has ended or begun. Where the inputs name a period, the fact takes effect on its last day: a period that ends
/// at 24:00 is noticed after midnight, or later if the service was down.
/// </summary>
internal sealed class TatsacheFesthalten(string kurzname, Func<Tatsache> tatsache) : IActivity
{
    public static TatsacheFesthalten NachbetreuungBeenden() => new("NachbetreuungBeenden", () => new NachbetreuungBeendet());

    public static TatsacheFesthalten AufbewahrungBeginnen() => new("AufbewahrungBeginnen", () => new AufbewahrungBegonnen());

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        kurzname, Beschreibungen.Fristeingaben("anker", pflicht: false), [ActivityDescriptor.Done],
        pruefung: a => Beschreibungen.PruefeFrist(a, "anker"));

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        var tag = scope.Wirkungstag;
        if (context.Frist("anker", Fristpunkt.Ende) is { } regel && scope.Fristen.Compute(regel)?.LetzterTag is { } letzter && letzter < tag)
            tag = letzter;
        await scope.RecordAsync(tatsache(), tag, bestaetigt: true);
        await context.CompleteAsync();
    }
}
