using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>What a definition shows to whoever uses it as an activity: inputs, outputs, outcomes and the type name it goes by.</summary>
internal sealed class WorkflowInterface
{
    private WorkflowInterface(WorkflowDefinition definition)
    {
        Definition = definition;
        ActivityType = Pascal(definition.Name);
        var source = definition.Source;
        Inputs = Fields(source, "inputs");
        Outputs = Fields(source, "outputs");
        Outcomes = [.. JsonShape.List(source, "outcomes").OfType<JsonValue>().Select(o => o.ToString()).Where(o => o.Length > 0)];
        IsUsable = JsonShape.Property(source, "options") is JsonObject options && JsonShape.Flag(options, "usableAsActivity")
            && ActivityType.Length > 0;
        // The workflow's own variables are nearer than what it was given.
        Variables = [.. definition.Variables, .. Inputs, .. Outputs];
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>The name as one word, for example <c>RateApplicant</c> for "rate applicant"; empty if there is no name.</summary>
    public string ActivityType { get; }

    public bool IsUsable { get; }

    /// <summary>Inside, they are variables whose id is their name.</summary>
    public IReadOnlyList<VariableDefinition> Inputs { get; }

    public IReadOnlyList<VariableDefinition> Outputs { get; }

    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Everything that activities inside see as variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    public static WorkflowInterface Of(WorkflowDefinition definition) => new(definition);

    /// <summary>The property of the using activity that belongs to an input or output; a name that every activity has is written with an underscore.</summary>
    public static string Property(string name) => Reserved.Contains(name) ? "_" + name : JsonShape.CamelCase(name);

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Id", "NodeId", "Name", "Type", "Version", "CustomProperties", "Metadata", "Variables", "Root", "Source", "Line", "ResultVariable",
        "SyntheticProperties", "Behaviors", "WorkflowDefinitionId", "WorkflowDefinitionVersionId", "LatestAvailablePublishedVersion",
        "LatestAvailablePublishedVersionId", "RunAsynchronously", "CommitStrategy",
    };

    private static List<VariableDefinition> Fields(JsonObject source, string list) =>
    [
        .. JsonShape.List(source, list).OfType<JsonObject>()
            .Select(f => (Name: JsonShape.Text(f, "name") ?? "", Type: JsonShape.Text(f, "type") ?? "Object", IsArray: JsonShape.Flag(f, "isArray")))
            .Where(f => f.Name.Length > 0)
            .Select(f => new VariableDefinition(f.Name, f.Name, f.Type, f.IsArray, null)),
    ];

    private static string Pascal(string name)
    {
        var word = new System.Text.StringBuilder(name.Length);
        var begins = true;
        foreach (var c in name)
        {
            if (c is ' ' or '_' or '-')
            {
                begins = true;
                continue;
            }

            word.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = false;
        }

        return word.ToString();
    }
}
