using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Stammdaten;

/// <summary>An office (Standort) of the Jobcenter; its Land and local Feiertage decide how dates are computed.</summary>
public sealed class Buero
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required Land Land { get; set; }

    public List<LokalerFeiertag> LokaleFeiertage { get; set; } = [];
}
