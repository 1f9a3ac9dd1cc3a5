using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Befehle;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Web.Demo;

namespace FallWorkflow.Service.Demo;

/// <summary>Moves the demo's clock day by day, so that timers, reminders and each day's overview happen when they should.</summary>
internal sealed class Demosteuerung(Testuhrlauf lauf, ErinnerungsLauf erinnerungen) : IDemosteuerung
{
    private static readonly TimeOnly Vormittag = new(10, 0);

    public DateTimeOffset Jetzt => lauf.Now;

    public async Task AdvanceToAsync(DateOnly tag, CancellationToken cancellation = default)
    {
        var heute = Ortszeit.DateOf(Jetzt);
        if (tag <= heute || tag > heute.AddYears(5))
            throw new InvalidInputException("bis", Befehlstexte.Of("Demo.TagUngueltig", heute));
        for (var naechster = heute.AddDays(1); naechster <= tag; naechster = naechster.AddDays(1))
        {
            await lauf.AdvanceAsync(Ortszeit.At(naechster, Vormittag), cancellation);
            await erinnerungen.RunDueAsync(cancellation);
        }
    }
}
