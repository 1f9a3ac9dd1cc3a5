using System.Runtime.InteropServices;
using FallWorkflow.PartnerBeispiel;
using RabbitMQ.Client.Exceptions;

if (!Aufruf.TryRead(args, out var aufruf, out var fehler))
{
    Console.Error.WriteLine(fehler);
    Console.Error.WriteLine(Aufruf.Hilfe);
    return 2;
}

using var ende = new CancellationTokenSource();
using var sigterm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var sigint = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

var partner = new Partner(aufruf, TimeProvider.System, Console.Out);
while (!ende.IsCancellationRequested)
{
    try
    {
        await partner.RunAsync(ende.Token);
        break;
    }
    catch (OperationCanceledException) when (ende.IsCancellationRequested)
    {
        break;
    }
    catch (Exception e) when (e is RabbitMQClientException or IOException or OperationCanceledException)
    {
        // Whatever was not acknowledged comes again after the next connection.
        Console.WriteLine("Der Broker ist nicht erreichbar. Neuer Versuch in 2 Sekunden.");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ende.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

Console.WriteLine("Beendet.");
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true; // We end ourselves, after the message in hand.
    ende.Cancel();
}
