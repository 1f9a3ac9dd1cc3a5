using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Service.Prozesse;

/// <summary>The row about a publication, made when its number is known.</summary>
internal delegate Task<Entwurfsstand> Vermerk(Prozessversion version, CancellationToken cancellation);

/// <summary>Rows about what was published; they stand behind the latest one.</summary>
internal static class Vermerke
{
    /// <param name="letzter">The latest row of the process; its draft stays unless this ends it.</param>
    /// <param name="erledigt">Number of the row whose draft this publishes; null ends none.</param>
    public static Entwurfsstand Of(
        Prozessversion version, Entwurfsstand? letzter, Entwurfsart art, Akteur akteur, string? grund, DateTimeOffset at, int? erledigt = null) => new()
        {
            DefinitionId = version.DefinitionId,
            Nr = (letzter?.Nr ?? 0) + 1,
            Art = art,
            Version = version.Version,
            Name = System.Text.Json.Nodes.JsonNode.Parse(version.Json)?["name"]?.ToString() ?? version.DefinitionId,
            Json = letzter?.Nr == erledigt ? null : letzter?.Json,
            At = at,
            AkteurId = akteur.Id,
            Begruendung = grund,
        };
}
