using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary><c>FallWorkflow.PhaseWechseln</c>: records that the Fall is in another phase; phases can be re-entered (R22, R87).</summary>
internal sealed class PhaseWechseln : IActivity
{
    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "PhaseWechseln", [Beschreibungen.Eingabe("phase", pflicht: true, auswahl: Enum.GetNames<Phase>())], [ActivityDescriptor.Done]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        await scope.RecordAsync(new PhaseGewechselt(Enum.Parse<Phase>(context.Required("phase"))), scope.Wirkungstag, bestaetigt: true);
        await context.CompleteAsync();
    }
}
