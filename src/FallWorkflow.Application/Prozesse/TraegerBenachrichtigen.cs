using FallWorkflow.Contracts;
using FallWorkflow.Engine.Activities;
using Fakten = FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.TraegerBenachrichtigen</c>: tells the partner that the referral ends (without a reason), or answers
/// its question.
/// </summary>
internal sealed class TraegerBenachrichtigen : IActivity
{
    private const string Rueckzug = "Rueckzug";
    private const string Antwort = "Antwort";

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "TraegerBenachrichtigen",
        [Beschreibungen.Eingabe("bezug", pflicht: true), Beschreibungen.Eingabe("anlass", pflicht: true, auswahl: [Rueckzug, Antwort]), Beschreibungen.Eingabe("parameter", auswahl: Domain.Fachkonzepte.Fachkonzept.Parameter.ToList()), Beschreibungen.Eingabe("wert")],
        [ActivityDescriptor.Done]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        var zuweisung = Traegerpost.ZuweisungOf(context);
        if (context.Required("anlass") == Antwort)
        {
            var antwort = scope.Fall.Akte.Select(e => e.Tatsache).OfType<Fakten.RueckfrageBeantwortet>().Last(t => t.ZuweisungId == zuweisung.Id);
            await Traegerpost.SendAsync(context, zuweisung, Nachrichtenarten.RueckfrageBeantwortet, new RueckfrageBeantwortet(
                Traegerpost.NachrichtId(context), zuweisung.Id, zuweisung.TraegerId, antwort.Antwort,
                Traegerpost.AntwortBis(context, zuweisung, zuweisung.GesendetAm ?? scope.Heute), scope.Jetzt));
        }
        else if (zuweisung.GesendetAm is not null)
        {
            // Who never heard of a referral need not hear of its end.
            await Traegerpost.SendAsync(context, zuweisung, Nachrichtenarten.ZuweisungZurueckgezogen, new ZuweisungZurueckgezogen(
                Traegerpost.NachrichtId(context), zuweisung.Id, zuweisung.TraegerId, scope.Jetzt));
        }

        await context.CompleteAsync();
    }
}
