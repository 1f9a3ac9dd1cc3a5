using System.Text.RegularExpressions;

namespace FallWorkflow.Architecture.Tests;

/// <summary>The engine stays behind its port, so that another one could be hosted there.</summary>
public partial class WhenTheHostTalksToTheEngine
{
    [Fact]
    public void One_place_makes_it_and_nobody_else_names_its_class()
    {
        var orte = Repository.Sources("src")
            .Where(d => !d.Contains("/FallWorkflow.Engine/", StringComparison.Ordinal) && Klasse().IsMatch(File.ReadAllText(d)))
            .Select(Path.GetFileName);
        orte.ShouldBe(["Prozessmaschine.cs"]);
    }

    [GeneratedRegex(@"(?<![\w.])WorkflowEngine\b")]
    private static partial Regex Klasse();
}
