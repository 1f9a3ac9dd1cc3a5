namespace FallWorkflow.Engine.Execution;

/// <summary>Why a person takes part in the course of an instance; goes into its journal.</summary>
/// <param name="Reason">In the person's words.</param>
/// <param name="By">Who, as the host names people; null if nobody in particular.</param>
public sealed record Intervention(string Reason, string? By = null)
{
    internal System.Text.Json.Nodes.JsonObject ToJson()
    {
        var json = new System.Text.Json.Nodes.JsonObject { ["reason"] = Reason };
        if (By is not null)
            json["by"] = By;
        return json;
    }
}
