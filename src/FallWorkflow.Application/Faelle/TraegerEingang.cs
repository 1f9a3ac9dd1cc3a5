using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Application.Faelle;

/// <summary>Partner messages enter as the partner's own act.</summary>
public sealed class TraegerEingang(FallService faelle) : ITraegerEingang
{
    public Task ReceiveAsync(TraegerNachricht nachricht, CancellationToken cancellation = default) =>
        faelle.ReceiveAsync(
            nachricht,
            new Akteur($"traeger:{nachricht.TraegerId}", nachricht.TraegerId, Domain.Akte.Rollen.Traeger, TraegerId: nachricht.TraegerId),
            cancellation);
}
