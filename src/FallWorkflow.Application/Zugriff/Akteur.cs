namespace FallWorkflow.Application.Zugriff;

/// <summary>Who acts: a signed-in person, a partner organisation, or the processes themselves.</summary>
/// <param name="Rolle">One of <see cref="Domain.Akte.Rollen"/>.</param>
/// <param name="TraegerId">Set for people of a partner organisation only.</param>
public sealed record Akteur(
    string Id, string Name, string Rolle, string? BueroId = null, string? TeamId = null, string? TraegerId = null)
{
    public static Akteur System { get; } = new("system", "FallWorkflow", Domain.Akte.Rollen.System);
}
