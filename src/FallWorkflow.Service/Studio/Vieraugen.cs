using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// Whether publishing a process needs a second person (R85). Processes belong to all offices, so the strictest concept counts:
/// one office that asks for it is enough.
/// </summary>
internal sealed class Vieraugen(IStammdaten stammdaten, TimeProvider uhr)
{
    public async Task<bool> IsRequiredAsync(CancellationToken cancellation)
    {
        var heute = Ortszeit.DateOf(uhr.GetUtcNow());
        foreach (var buero in await stammdaten.BuerosAsync(cancellation))
        {
            if ((await stammdaten.FachkonzepteAsync(buero.Id, cancellation)).InForce(heute).VierAugen is true)
                return true;
        }

        return false;
    }
}
