using System.Text.Json.Nodes;
using FallWorkflow.Service.Befehle;

namespace FallWorkflow.Conformance.Tests;

/// <summary>Cases recorded from Elsa 3.7.1, played through the verb <c>run</c>; see conformance/README.md.</summary>
public class WhenRecordedCaseIsPlayed
{
    private static readonly JsonObject Exceptions = RecordedCase.Load(Path.Combine(RecordedCase.Root, "exceptions.json"));

    private static readonly string[] Modes = ["counter", "token"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (var name in RecordedCase.Names("cases").Where(n => !Exceptions["excluded"]!.AsObject().ContainsKey(n)))
            {
                foreach (var mode in Modes)
                    data.Add(name, mode);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Program_does_what_Elsa_did(string name, string mode)
    {
        var recorded = RecordedCase.Named(name);
        using var output = new StringWriter();
        (await Kommandozeile.RunAsync(recorded.Arguments(mode), output)).ShouldBe(0);

        // A deliberate difference is pinned as exactly as sameness is.
        var allowed = Exceptions["differs"]![name]?["differences"]?.AsArray().Select(d => (string)d!) ?? [];
        Comparison.Differences(recorded.Expected(mode), JsonNode.Parse(output.ToString())!.AsObject(), recorded.Unordered).ShouldBe(allowed);
    }

    [Fact]
    public void Only_what_looks_like_a_bug_of_Elsa_is_done_differently() =>
        Exceptions["differs"]!.AsObject().Select(e => e.Key).Where(name => !RecordedCase.Named(name).IsQuirk).ShouldBeEmpty();
}
