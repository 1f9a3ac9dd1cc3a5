namespace FallWorkflow.Engine.Validation;

/// <summary>Something that must be put right before a definition is published. Texts are German.</summary>
/// <param name="ActivityId">Null if the problem concerns the definition as a whole.</param>
/// <param name="Path">Place in the JSON, for example <c>root.activities[2].timeSpan</c>.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record DefinitionProblem(string? ActivityId, string? ActivityName, string Path, string Message, string Remedy);
