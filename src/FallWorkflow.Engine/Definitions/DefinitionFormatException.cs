namespace FallWorkflow.Engine.Definitions;

/// <summary>A text is not a workflow definition in Elsa 3's form; <see cref="Path"/> says where.</summary>
public sealed class DefinitionFormatException(string message, string path = "", long? line = null, long? column = null, Exception? inner = null)
    : Exception(path.Length == 0 ? message : $"{path}: {message}", inner)
{
    /// <summary>Place in the JSON, for example <c>root.activities[2].id</c>; empty for the whole text.</summary>
    public string Path { get; } = path;

    /// <summary>The message without the place.</summary>
    public string Reason { get; } = message;

    /// <summary>Line from 1; null if the JSON itself is well formed.</summary>
    public long? Line { get; } = line;

    /// <summary>Column from 1; null if the JSON itself is well formed.</summary>
    public long? Column { get; } = column;
}
