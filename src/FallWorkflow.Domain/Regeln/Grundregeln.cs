using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Regeln;

/// <summary>What holds for every entry: sensible dates, corrections that name an existing entry and a reason.</summary>
internal static class Grundregeln
{
    public static IEnumerable<Eingabefehler> Validate(Fall fall, Tatsache tatsache, Erfassung erfassung, Guid? berichtigt)
    {
        var pruefung = new Pruefung()
            .Datum("wirksamAm", erfassung.WirksamAm)
            .When(erfassung.WirksamAm > erfassung.Heute, "wirksamAm", "DatumInDerZukunft")
            .When(!erfassung.IstArbeitstag && !erfassung.WochenendeBestaetigt, "wirksamAm", "DatumKeinWerktag")
            .Optional("begruendung", erfassung.Begruendung, Pruefung.Lang);

        if (berichtigt is { } id)
        {
            var alt = fall.Akte.FirstOrDefault(e => e.Id == id);
            pruefung
                .When(alt is null, "berichtigt", "BerichtigungOhneEintrag")
                .When(alt is not null && alt.Tatsache.GetType() != tatsache.GetType() && !tatsache.MayReplace(alt.Tatsache), "berichtigt", "BerichtigungAndererArt")
                .When(alt is not null && fall.IsSuperseded(alt), "berichtigt", "BerichtigungSchonErsetzt")
                .When(alt is not null && alt.Tatsache.Bezug != tatsache.Bezug, "berichtigt", "BerichtigungAndererGegenstand")
                .When(Vertauscht(alt?.Tatsache, tatsache) is not null, Vertauscht(alt?.Tatsache, tatsache) ?? "", "BerichtigungAndererGegenstand")
                .When(Versendet(fall, alt, tatsache), "berichtigt", "BerichtigungNachVersand")
                .When(tatsache is PauseBegonnen begonnen && fall.FindPause(begonnen.PauseId)?.Bis < begonnen.Von, "von", "PauseEndetVorBeginn")
                .When(tatsache is PauseGeaendert ende && ende.Bis < fall.FindPause(ende.PauseId)?.Von, "bis", "PauseEndetVorBeginn")
                .Text("begruendung", erfassung.Begruendung);
        }
        else if (fall.UebergebenAm is { } beginn && tatsache is not VorkontaktGehalten)
        {
            pruefung.When(erfassung.WirksamAm < beginn, "wirksamAm", "DatumVorUebergabe", beginn);
        }

        return pruefung.Fehler;
    }

    /// <summary>Field by which a correction would turn the entry into one about another person or another partner; null if none does.</summary>
    private static string? Vertauscht(Tatsache? alt, Tatsache neu) => (alt, neu) switch
    {
        (AuskunftErteilt a, AuskunftErteilt b) when (a.IstAnteil || b.IstAnteil) && a.MitgliedId != b.MitgliedId => "mitgliedId",
        (DokumentFreigegeben a, DokumentFreigegeben b) when a.ZuweisungId != b.ZuweisungId => "zuweisungId",
        (DokumentfreigabeZurueckgenommen a, DokumentfreigabeZurueckgenommen b) when a.ZuweisungId != b.ZuweisungId => "zuweisungId",
        _ => null,
    };

    /// <summary>What has left for one partner cannot be turned into a referral to another, or with other fields.</summary>
    private static bool Versendet(Fall fall, Eintrag? alt, Tatsache neu) =>
        alt?.Tatsache is ZuweisungVereinbart a && neu is ZuweisungVereinbart b
        && fall.FindZuweisung(a.ZuweisungId)?.GesendetAm is not null
        && (a.TraegerId != b.TraegerId || !a.FreigegebeneFelder.ToHashSet().SetEquals(b.FreigegebeneFelder));
}
