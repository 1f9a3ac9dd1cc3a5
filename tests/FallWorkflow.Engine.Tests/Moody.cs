using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Tests;

/// <summary>Fails as long as the test says so; waits for <c>wake</c> if it is told to.</summary>
internal sealed class Moody(bool waits = false) : IActivity
{
    public string? Trouble { get; set; } = "kaputt";

    public int Runs { get; private set; }

    public int Drops { get; private set; }

    public List<Resumption> Resumptions { get; } = [];

    public ActivityDescriptor Descriptor { get; } = new("Test.Moody", "", "", "", [], ["Done", "Other"]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        Runs++;
        context.State["runs"] = Runs;
        context.WaitFor("wake");
        context.ArmTimer("alarm", context.Now.AddHours(5));
        if (waits)
            return;
        Fail();
        await context.CompleteAsync();
    }

    public async ValueTask ResumeAsync(IActivityContext context, Resumption resumption)
    {
        Resumptions.Add(resumption);
        context.State["seen"] = true;
        context.WaitFor("more");
        Fail();
        context.SetOutput("result", resumption.Stimulus?.Payload?.DeepClone());
        await context.CompleteAsync();
    }

    public ValueTask CancelAsync(IActivityContext context, string reason)
    {
        Drops++;
        return ValueTask.CompletedTask;
    }

    private void Fail()
    {
        if (Trouble is not null)
            throw new InvalidOperationException(Trouble);
    }
}
