using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary><c>FallWorkflow.EreignisAbwarten</c>: waits for the first of several facts and leaves by the port of its name.</summary>
internal sealed class EreignisAbwarten : IActivity
{
    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "EreignisAbwarten",
        [Beschreibungen.Eingabe("ereignisse", pflicht: true), Beschreibungen.Eingabe("bezug")],
        [],
        wartet: true,
        a => Beschreibungen.Liste(a, "ereignisse"),
        a => Beschreibungen.PruefeEreignisse(a, "ereignisse"));

    public ValueTask ExecuteAsync(IActivityContext context)
    {
        foreach (var ereignis in context.List("ereignisse"))
            context.WaitFor(ereignis, context.Text("bezug"));
        return ValueTask.CompletedTask;
    }

    public ValueTask ResumeAsync(IActivityContext context, Resumption resumption) => context.CompleteAsync(resumption.Stimulus!.Name);
}
