using FallWorkflow.Web.Dateien;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FallWorkflow.Web;

/// <summary>Maps the pages and their files.</summary>
public static class WebEndpointExtensions
{
    public static IEndpointRouteBuilder MapFallWorkflowWeb(this IEndpointRouteBuilder endpoints)
    {
        Stildateien.Map(endpoints);
        Studiowoerter.Map(endpoints);
        Studiodateien.Map(endpoints);
        Studiowege.Map(endpoints);
        Hilfe.Handbuch.Map(endpoints);
        endpoints.MapRazorPages();
        return endpoints;
    }
}
