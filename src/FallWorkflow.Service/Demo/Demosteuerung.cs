using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Befehle;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Web.Demo;

namespace FallWorkflow.Service.Demo;

/// <summary>Moves the demo's clock to ten o'clock of a later day.</summary>
internal sealed class Demosteuerung(Testuhrlauf lauf) : IDemosteuerung
{
    private static readonly TimeOnly Vormittag = new(10, 0);

    public DateTimeOffset Jetzt => lauf.Now;

    public async Task AdvanceToAsync(DateOnly tag, CancellationToken cancellation = default)
    {
        var heute = Ortszeit.DateOf(Jetzt);
        if (tag <= heute || tag > heute.AddYears(5))
            throw new InvalidInputException("bis", Befehlstexte.Of("Demo.TagUngueltig", heute));
        await lauf.AdvanceAsync(Ortszeit.At(tag, Vormittag), cancellation);
    }
}
