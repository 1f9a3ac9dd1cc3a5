using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FallWorkflow.Service.Api;

/// <summary>Title and introduction of the OpenAPI document.</summary>
internal sealed class Dokumentkopf : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "FallWorkflow", Version = "v1", Description = Texte.Of("Api.Einleitung") };
        return Task.CompletedTask;
    }
}
