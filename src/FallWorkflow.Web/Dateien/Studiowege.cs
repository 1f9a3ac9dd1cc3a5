using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FallWorkflow.Web.Dateien;

/// <summary>Addresses that Elsa Studio makes itself, below its own base; they lead to our pages.</summary>
internal static class Studiowege
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Studiodateien.Seiten + "workflows/definitions/{id}/edit", (string id) => Results.LocalRedirect($"/prozesse/{Uri.EscapeDataString(id)}"))
            .ExcludeFromDescription();
        endpoints.MapGet(Studiodateien.Seiten + "workflows/instances/{id}/view", (string id) => Results.LocalRedirect($"/prozesse/laeufe/{Uri.EscapeDataString(id)}"))
            .ExcludeFromDescription();
        endpoints.MapGet(Studiodateien.Seiten + "workflows/definitions", () => Results.LocalRedirect("/prozesse")).ExcludeFromDescription();
        endpoints.MapGet(Studiodateien.Seiten + "workflows/instances", () => Results.LocalRedirect("/prozesse/laeufe")).ExcludeFromDescription();
    }
}
