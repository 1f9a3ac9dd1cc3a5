namespace FallWorkflow.Api.Tests;

/// <summary><c>journal replay</c>, as a designer's build calls it.</summary>
public sealed class WhenJournalsAreReplayedAtTheConsole
{
    private static readonly string Workflows = Path.Combine(Programm.Wurzel, "workflows");

    [Fact]
    public async Task Every_shipped_version_still_does_what_it_did()
    {
        Directory.EnumerateFiles(Workflows, "*.definition", SearchOption.AllDirectories).ShouldNotBeEmpty("earlier versions are part of it");

        var (code, ausgabe) = await Programm.RunAsync("journal", "replay", "--workflows", Workflows);

        code.ShouldBe(0, ausgabe);
    }
}
