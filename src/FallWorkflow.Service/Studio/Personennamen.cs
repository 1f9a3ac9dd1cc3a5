using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Service.Studio;

/// <summary>Names of those who did something, each looked up once.</summary>
internal sealed class Personennamen(IStammdaten stammdaten)
{
    private readonly Dictionary<string, string> _bekannt = new(StringComparer.Ordinal) { [Akteur.System.Id] = Akteur.System.Name };

    /// <summary>The id where nobody has it any more.</summary>
    public async Task<string> OfAsync(string akteurId, CancellationToken cancellation)
    {
        if (!_bekannt.TryGetValue(akteurId, out var name))
            _bekannt[akteurId] = name = (await stammdaten.FindBenutzerAsync(akteurId, cancellation))?.Name ?? akteurId;
        return name;
    }
}
