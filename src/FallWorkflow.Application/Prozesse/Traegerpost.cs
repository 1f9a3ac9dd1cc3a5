using System.Globalization;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Puts messages to a partner into the outbox, with nothing but what the client released (R57).</summary>
internal static class Traegerpost
{
    public static Zuweisung ZuweisungOf(IActivityContext context)
    {
        var bezug = context.Required("bezug");
        return context.Scope().Fall.Zuweisungen.GetValueOrDefault(bezug)
            ?? throw new ProzessfehlerException(Texte.Of("ZuweisungUnbekannt"));
    }

    public static Guid NachrichtId(IActivityContext context) => Kennung.Of("nachricht", context.ExecutionId);

    /// <summary>Last day for the partner's answer, under the same rule that the process waits by.</summary>
    public static DateOnly AntwortBis(IActivityContext context, Zuweisung zuweisung, DateOnly gesendetAm) =>
        context.Scope().Fristen.Compute(new Fristregel(
            context.Activity.DisplayText,
            Ankerpunkte.Jetzt,
            zuweisung.Id,
            context.Text("parameter") ?? Fristparameter.ZuweisungAntwort,
            context.Text("wert"),
            Fristpunkt.Ende,
            RuhtBeiPause: false,
            AnkerAm: gesendetAm))!.LetzterTag;

    /// <param name="grundlage">What allows the message; null: the consent to the referral.</param>
    public static async ValueTask SendAsync<T>(IActivityContext context, Zuweisung zuweisung, string art, T inhalt, string? grundlage = null)
        where T : class
    {
        var scope = context.Scope();
        scope.Send(new Nachricht
        {
            Id = NachrichtId(context),
            FallId = scope.Fall.Id,
            Art = art,
            TraegerId = zuweisung.TraegerId,
            Bezug = zuweisung.Id,
            Inhalt = Nachrichtenformat.Serialize(inhalt),
            ErstelltAm = scope.Jetzt,
        });
        var traeger = await scope.Uow.FindTraegerAsync(zuweisung.TraegerId);
        scope.Log(
            Lesezugriff.Uebermittelt, Texte.Of("Zweck.Uebermittlung", Texte.Of($"Nachricht.{art}", traeger?.Name ?? zuweisung.TraegerId), zuweisung.Leistung),
            grundlage ?? GrundlageOf(scope.Fall, zuweisung));
        scope.Show(Verlaufsarten.NachrichtGesendet, Texte.Of($"Nachricht.{art}", traeger?.Name ?? zuweisung.TraegerId), zuweisung.Leistung, zuweisung.Id);
    }

    /// <summary>The consent that the message rests on; without a valid one nothing about the person may be in it, as in a withdrawal.</summary>
    private static string GrundlageOf(Fall fall, Zuweisung zuweisung)
    {
        var einwilligung = fall.Akte.LastOrDefault(e => e.Tatsache is ZuweisungVereinbart v && v.ZuweisungId == zuweisung.Id);
        return einwilligung is null || !zuweisung.IstOffen
            ? Texte.Of("Grundlage.OhneAngaben")
            : Texte.Of(
                "Grundlage.Einwilligung", einwilligung.WirksamAm.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), einwilligung.Nr,
                string.Join(", ", zuweisung.FreigegebeneFelder));
    }

    public static Dictionary<string, string> Felder(Person? person, Zuweisung zuweisung)
    {
        var werte = new Dictionary<string, string?>
        {
            [Freigabefelder.Name] = person?.Name,
            [Freigabefelder.Telefon] = person?.Telefon,
            [Freigabefelder.Anschrift] = person?.Anschrift,
            [Freigabefelder.Geburtsdatum] = person?.Geburtsdatum?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [Freigabefelder.Anliegen] = zuweisung.Anliegen,
        };
        return zuweisung.FreigegebeneFelder
            .Where(f => !string.IsNullOrWhiteSpace(werte[f]))
            .Distinct()
            .ToDictionary(f => f, f => werte[f]!);
    }
}
