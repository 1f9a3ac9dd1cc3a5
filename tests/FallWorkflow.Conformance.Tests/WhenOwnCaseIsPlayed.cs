using System.Text.Json.Nodes;
using FallWorkflow.Service.Befehle;

namespace FallWorkflow.Conformance.Tests;

/// <summary>
/// Cases that nobody recorded: neighbours of the recorded ones, with what Elsa's source and documentation let expect, and
/// the behaviour that is chosen where Elsa's is a bug. The rule of each stands in its case.json.
/// </summary>
public class WhenOwnCaseIsPlayed
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (var name in RecordedCase.Names("own"))
            {
                data.Add(name, "counter");
                data.Add(name, "token");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Program_follows_its_rule(string name, string mode)
    {
        var own = RecordedCase.Named(name);
        using var output = new StringWriter();
        (await Kommandozeile.RunAsync(own.Arguments(mode), output)).ShouldBe(0);

        Comparison.Differences(own.Expected(mode), JsonNode.Parse(output.ToString())!.AsObject(), own.Unordered).ShouldBeEmpty();
    }
}
