using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FallWorkflow.Service.Api.Anfragen;

/// <summary>A JSON body, read so that every wrong field is named at once.</summary>
internal sealed class Anfrage<T>(T wert) : IEndpointParameterMetadataProvider
    where T : class
{
    public T Wert { get; } = wert;

    public static async ValueTask<Anfrage<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await Anfrageleser.ReadAsync<T>(context.Request, context.RequestAborted));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
