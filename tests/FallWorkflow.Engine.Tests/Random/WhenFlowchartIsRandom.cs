using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FsCheck;
using FsCheck.Fluent;

namespace FallWorkflow.Engine.Tests.Random;

/// <summary>What holds for every flowchart, however it is drawn and whatever comes first.</summary>
public class WhenFlowchartIsRandom
{
    /// <summary>More than the usual number for who looks for something rare: <c>FALLWORKFLOW_TEST_RANDOM_RUNS</c>.</summary>
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithEndSize(40)
        .WithMaxTest(int.TryParse(Environment.GetEnvironmentVariable("FALLWORKFLOW_TEST_RANDOM_RUNS"), out var runs) ? runs : 150);

    private static Arbitrary<int> Choices => Arb.From(Gen.Choose(0, int.MaxValue));

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void Every_activity_runs_as_often_as_the_drawing_says(FlowchartMode mode) => Check.One(Runs, Prop.ForAll(Blocks.Countable, Choices, (block, choices) =>
    {
        var (flow, lines) = Drawing.Of(block);
        var run = Run(flow.Build(), mode, choices);

        (run.Instance.Status, run.Instance.SubStatus).ShouldBe((WorkflowStatus.Finished, WorkflowSubStatus.Finished));
        run.Waits.ShouldBeFalse();
        Counts(run.Lines).ShouldBe(Counts(lines));
    }));

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void It_ends_or_waits_for_something_also_where_branches_race(FlowchartMode mode) => Check.One(Runs, Prop.ForAll(Blocks.Racing, Choices, (block, choices) =>
    {
        var (flow, lines) = Drawing.Of(block);
        var run = Run(flow.Build(), mode, choices);

        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        run.Waits.ShouldBeFalse();
        foreach (var (line, count) in run.Lines.CountBy(l => l))
            count.ShouldBeLessThanOrEqualTo(lines.GetValueOrDefault(line), line);
    }));

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void State_that_is_stored_and_read_back_is_the_same_state(FlowchartMode mode) => Check.One(Runs, Prop.ForAll(Blocks.Racing, Choices, (block, choices) =>
    {
        var definition = Drawing.Of(block).Flow.Build();
        var readBack = Run(definition, mode, choices);
        var kept = new RandomRun(definition, mode, choices) { KeepsBurst = true }.ToTheEndAsync().GetAwaiter().GetResult();

        Story(readBack).ShouldBe(Story(kept));
    }));

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void A_crash_at_any_point_changes_nothing(FlowchartMode mode) => Check.One(Runs, Prop.ForAll(Blocks.Racing, Choices, (block, choices) =>
    {
        var definition = Drawing.Of(block).Flow.Build();
        var crashes = new System.Random(choices);
        var crashed = new RandomRun(definition, mode, choices) { Crashes = () => crashes.Next(60) }.ToTheEndAsync().GetAwaiter().GetResult();

        Story(crashed).Select(WithoutInstance).ShouldBe(Story(Run(definition, mode, choices)).Select(WithoutInstance));
    }));

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public void Cancelling_at_any_point_leaves_nothing_behind(FlowchartMode mode) => Check.One(Runs, Prop.ForAll(Blocks.Racing, Choices, (block, choices) =>
    {
        var run = new RandomRun(Drawing.Of(block).Flow.Build(), mode, choices) { CancelAt = choices % 5 }.ToTheEndAsync().GetAwaiter().GetResult();

        run.Instance.Status.ShouldBe(WorkflowStatus.Finished);
        run.Waits.ShouldBeFalse();
        InstanceSnapshot.Of(run.Instance).OpenActivities.ShouldBeEmpty();
    }));

    private static RandomRun Run(WorkflowDefinition definition, FlowchartMode mode, int choices) =>
        new RandomRun(definition, mode, choices).ToTheEndAsync().GetAwaiter().GetResult();

    private static IEnumerable<string> Counts(IEnumerable<string> lines) =>
        Counts(lines.CountBy(l => l).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));

    private static IEnumerable<string> Counts(Dictionary<string, int> counts) =>
        counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}");

    // The whole journal: order, instants, values and gaplessness.
    private static List<string> Story(RandomRun run) =>
        [.. run.Store.Journal.Select(e => $"{e.Sequence} {e.Kind} {e.ActivityId} {e.ExecutionId} {e.Data}")];

    // A repeated start makes a new instance with an id of its own.
    private static string WithoutInstance(string line) =>
        System.Text.RegularExpressions.Regex.Replace(line, @"\bi\d+\.", "i.");
}
