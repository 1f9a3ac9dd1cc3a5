using System.Globalization;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Activities;
using Fakten = FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.TraegerBenachrichtigen</c>: tells the partner that the referral ends (without a reason), answers its question, or
/// says that it leads the work from now on or does no longer (R65). Who never heard of a referral hears none of it.
/// </summary>
internal sealed class TraegerBenachrichtigen : IActivity
{
    private const string Rueckzug = "Rueckzug";
    private const string Antwort = "Antwort";
    private const string Fallfuehrung = "Fallfuehrung";
    private const string FallfuehrungEnde = "FallfuehrungEnde";

    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "TraegerBenachrichtigen",
        [
            Beschreibungen.Eingabe("bezug", pflicht: true),
            Beschreibungen.Eingabe("anlass", pflicht: true, auswahl: [Rueckzug, Antwort, Fallfuehrung, FallfuehrungEnde]),
            Beschreibungen.Eingabe("parameter", auswahl: Fachkonzept.Parameter.ToList()),
            Beschreibungen.Eingabe("wert"),
        ],
        [ActivityDescriptor.Done]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        var zuweisung = Traegerpost.ZuweisungOf(context);
        var id = Traegerpost.NachrichtId(context);
        switch (context.Required("anlass"))
        {
            case Antwort:
                var antwort = scope.Fall.Akte.Select(e => e.Tatsache).OfType<Fakten.RueckfrageBeantwortet>().Last(t => t.ZuweisungId == zuweisung.Id);
                await Traegerpost.SendAsync(context, zuweisung, Nachrichtenarten.RueckfrageBeantwortet, new RueckfrageBeantwortet(
                    id, zuweisung.Id, zuweisung.TraegerId, antwort.Antwort,
                    Traegerpost.AntwortBis(context, zuweisung, zuweisung.GesendetAm ?? scope.Heute), scope.Jetzt));
                break;
            case Fallfuehrung when zuweisung.GesendetAm is not null && scope.Fall.BeauftragterDritter == zuweisung.Id:
                await SendAuftragAsync(context, zuweisung, id);
                break;
            case FallfuehrungEnde when zuweisung.GesendetAm is not null:
                await Traegerpost.SendAsync(
                    context, zuweisung, Nachrichtenarten.FallfuehrungZurueckgenommen,
                    new FallfuehrungZurueckgenommen(id, zuweisung.Id, zuweisung.TraegerId, scope.Jetzt), Texte.Of("Grundlage.OhneAngaben"));
                break;
            case Rueckzug when zuweisung.GesendetAm is not null:
                await Traegerpost.SendAsync(context, zuweisung, Nachrichtenarten.ZuweisungZurueckgezogen, new ZuweisungZurueckgezogen(
                    id, zuweisung.Id, zuweisung.TraegerId, scope.Jetzt));
                break;
        }

        await context.CompleteAsync();
    }

    private static async ValueTask SendAuftragAsync(IActivityContext context, Zuweisung zuweisung, Guid id)
    {
        var scope = context.Scope();
        var eintrag = scope.Fall.Gueltige.Last(e => e.Tatsache is Fakten.FallfuehrungUebertragen f && f.ZuweisungId == zuweisung.Id);
        var auftrag = (Fakten.FallfuehrungUebertragen)eintrag.Tatsache;
        var bericht = scope.Fristen.Compute(new Fristregel(
            context.Activity.DisplayText, Ankerpunkte.Fallfuehrung, zuweisung.Id,
            context.Text("parameter") ?? Fristparameter.FallfuehrungBericht, context.Text("wert")))!;
        await Traegerpost.SendAsync(
            context, zuweisung, Nachrichtenarten.FallfuehrungUebertragen,
            new FallfuehrungUebertragen(
                id, zuweisung.Id, zuweisung.TraegerId, auftrag.Auftrag, auftrag.Ansprechperson, bericht.LetzterTag, scope.Jetzt),
            Texte.Of("Grundlage.Fallfuehrung", eintrag.WirksamAm.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), eintrag.Nr));
    }
}
