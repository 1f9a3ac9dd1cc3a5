using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Faelle;

/// <summary>Starts processes that Fälle lack because they were recorded under an earlier release (R17, R90). Repeating it starts nothing twice.</summary>
public sealed class Prozessnachholung(IProzessinstanzen instanzen, FallService faelle)
{
    private static readonly (Fallstatus Status, string Prozess)[] Gebraucht =
    [
        (Fallstatus.Vorkontakt, FallService.Vorkontakt),
        (Fallstatus.VorkontaktBeendet, FallService.AufbewahrungOhneFall),
        (Fallstatus.NichtAufgenommen, FallService.AufbewahrungOhneFall),
    ];

    /// <summary>Tells how many processes were started.</summary>
    /// <exception cref="AggregateException">Some could not be started; all others were.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var begonnen = 0;
        List<Exception> fehler = [];
        foreach (var (status, prozess) in Gebraucht)
        {
            foreach (var fall in await instanzen.FaelleOhneAsync(status, prozess, cancellation))
            {
                try
                {
                    begonnen += await faelle.StartMissingAsync(fall, cancellation) ? 1 : 0;
                }
                catch (NotFoundException)
                {
                    // Deleted meanwhile.
                }
                catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
                {
                    fehler.Add(e);
                }
            }
        }

        return fehler.Count == 0 ? begonnen : throw new AggregateException(fehler);
    }
}
