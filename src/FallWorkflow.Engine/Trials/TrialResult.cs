using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Trials;

/// <summary>What a trial showed.</summary>
/// <param name="StartThrew">Type and message of the exception if starting itself failed; null otherwise.</param>
public sealed record TrialResult(string? StartThrew, TrialSnapshot AfterStart, IReadOnlyList<TrialSnapshot> AfterEachStep)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (StartThrew is not null)
            json["startThrew"] = StartThrew;
        json["afterStart"] = AfterStart.ToJson();
        json["afterEachStep"] = new JsonArray([.. AfterEachStep.Select(s => s.ToJson())]);
        return json;
    }
}
