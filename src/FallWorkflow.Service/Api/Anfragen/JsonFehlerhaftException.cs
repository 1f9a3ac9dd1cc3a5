using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Api.Anfragen;

/// <summary>The body is no JSON.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in bytes.</param>
internal sealed class JsonFehlerhaftException(string path, long? line, long? column, Exception inner)
    : FallWorkflowException(Texte.Of("Json.Fehlerhaft", path, line, column), inner)
{
    public string Path { get; } = path;
}
