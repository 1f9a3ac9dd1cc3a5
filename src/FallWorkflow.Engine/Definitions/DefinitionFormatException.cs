namespace FallWorkflow.Engine.Definitions;

/// <summary>A text is not a workflow definition in Elsa 3's form; <see cref="Path"/> says where.</summary>
public sealed class DefinitionFormatException(
    DefinitionFormatError error, string message, string path = "", long? line = null, long? column = null, Exception? inner = null)
    : Exception(path.Length == 0 ? message : $"{path}: {message}", inner)
{
    public DefinitionFormatError Error { get; } = error;

    /// <summary>Place in the JSON, for example <c>root.activities[2].id</c>; empty for the whole text.</summary>
    public string Path { get; } = path;

    /// <summary>Line from 1; null if the JSON itself is well formed.</summary>
    public long? Line { get; } = line;

    /// <summary>Column from 1; null if the JSON itself is well formed.</summary>
    public long? Column { get; } = column;
}

/// <summary>What is wrong with the form of a definition.</summary>
public enum DefinitionFormatError
{
    InvalidJson,
    NotAnObject,
    DuplicateProperty,
    MissingDefinitionId,
    MissingRoot,
    MissingActivityId,
    MissingActivityType,
    BrokenConnection,
}
