using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FallWorkflow.Conformance.Tests;

/// <summary>The built program as a process of its own, as a designer calls it.</summary>
public class WhenProgramIsStarted
{
    [Theory]
    [InlineData("flow-23-loop-back")]
    [InlineData("join-08-waitany-cancels")]
    [InlineData("event-09-correlation")]
    [InlineData("event-15-starts-workflow")]
    [InlineData("child-07-dispatch-wait")]
    [InlineData("time-04-delay-parallel")]
    [InlineData("var-02-literals-printed")]
    [InlineData("fault-10-not-found-activity")]
    public async Task Its_JSON_is_what_was_recorded(string name)
    {
        var recorded = RecordedCase.Named(name);
        var (exitCode, output, _) = await StartAsync(recorded.Arguments("counter"));

        exitCode.ShouldBe(0);
        Comparison.Differences(recorded.Expected("counter"), JsonNode.Parse(output)!.AsObject(), recorded.Unordered).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_text_tells_a_designer_what_was_written_and_what_it_waits_for()
    {
        var recorded = RecordedCase.Named("event-06-two-waiting");
        var (exitCode, output, _) = await StartAsync([.. recorded.Arguments("counter").SkipLast(2)]);

        exitCode.ShouldBe(0);
        output.ShouldContain("wartet    auf das Ereignis „cf.two.a“");
        output.ShouldContain("schreibt  ");
        output.ShouldContain("Stand     beendet");
    }

    [Fact]
    public async Task A_missing_file_is_named_and_ends_with_1()
    {
        var (exitCode, _, error) = await StartAsync(["run", "gibtesnicht.json"]);

        exitCode.ShouldBe(1);
        error.ShouldContain("gibtesnicht.json");
    }

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll") },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
