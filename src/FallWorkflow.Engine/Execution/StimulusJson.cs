using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Execution;

/// <summary>A stimulus inside the state of an instance.</summary>
internal static class StimulusJson
{
    public static JsonObject Write(Stimulus stimulus)
    {
        var json = new JsonObject { ["name"] = stimulus.Name };
        if (stimulus.CorrelationId is not null)
            json["to"] = stimulus.CorrelationId;
        if (stimulus.Key is not null)
            json["key"] = stimulus.Key;
        if (stimulus.Payload is not null)
            json["payload"] = stimulus.Payload.DeepClone();
        return json;
    }

    public static Stimulus Read(JsonObject json) =>
        new((string)json["name"]!, (string?)json["to"], (string?)json["key"], json["payload"]?.DeepClone());
}
