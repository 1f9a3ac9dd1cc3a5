using FallWorkflow.Contracts;
using FallWorkflow.Engine.Activities;
using Fakten = FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Prozesse;

/// <summary><c>FallWorkflow.ZuweisungSenden</c>: sends the referral with the released fields and records that it was sent.</summary>
internal sealed class ZuweisungSenden : IActivity
{
    private const string Zurueckgezogen = "Zurueckgezogen";

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "ZuweisungSenden",
        [Beschreibungen.Eingabe("bezug", pflicht: true), Beschreibungen.Eingabe("parameter", auswahl: Domain.Fachkonzepte.Fachkonzept.Parameter.ToList()), Beschreibungen.Eingabe("wert")],
        [ActivityDescriptor.Done, Zurueckgezogen]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        var zuweisung = Traegerpost.ZuweisungOf(context);

        // A designer may have put an approval before: what was withdrawn meanwhile must not leave.
        if (!zuweisung.IstOffen)
        {
            await context.CompleteAsync(Zurueckgezogen);
            return;
        }

        var felder = Traegerpost.Felder(scope.Fall.Person, zuweisung);

        // The fact first: if a rule refuses it, nothing has left, and the step can be done again.
        var nachricht = new ZuweisungErteilt(
            Traegerpost.NachrichtId(context), zuweisung.Id, zuweisung.TraegerId, zuweisung.Leistung, felder,
            Traegerpost.AntwortBis(context, zuweisung, scope.Heute), scope.Jetzt);
        await scope.RecordAsync(new Fakten.ZuweisungGesendet(zuweisung.Id, [.. felder.Keys]), scope.Heute, bestaetigt: true);
        await Traegerpost.SendAsync(context, zuweisung, Nachrichtenarten.ZuweisungErteilt, nachricht);
        await context.CompleteAsync();
    }
}
