using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Service.Api;

/// <summary>Says who may call an endpoint at all; what they may do to which Fall is decided by the access policy.</summary>
internal static class Rollenpflicht
{
    public static TBuilder RequireRolle<TBuilder>(this TBuilder builder, params string[] rollen)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new AuthorizeAttribute { Roles = string.Join(',', rollen) });
}
