namespace FallWorkflow.Engine.Trials;

/// <summary>A case file cannot be read; <see cref="Path"/> says where.</summary>
public sealed class TrialFormatException(string path, string? found, Exception? inner = null)
    : Exception($"{path}: cannot be read{(found is null ? "" : $" ({found})")}.", inner)
{
    /// <summary>Place in the file, for example <c>steps[2].timePasses</c>; empty for the whole text.</summary>
    public string Path { get; } = path;

    /// <summary>What stands there; null if nothing does.</summary>
    public string? Found { get; } = found;
}
