using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>Between the Akte of a Fall and its rows.</summary>
internal static class AkteMapping
{
    /// <summary>Mark of a goal that is a detour, for the reports (R34).</summary>
    public const string Umweg = "Umweg";

    public static EintragRow ToRow(Fall fall, Eintrag eintrag) => new()
    {
        Id = eintrag.Id,
        FallId = fall.Id,
        Nr = eintrag.Nr,
        WirksamAm = eintrag.WirksamAm,
        ErfasstAm = eintrag.ErfasstAm,
        ErfasstVon = eintrag.ErfasstVon,
        Art = TatsachenKatalog.ArtOf(eintrag.Tatsache).Name,
        Daten = TatsachenKatalog.Serialize(eintrag.Tatsache),
        Merkmal = eintrag.Tatsache switch
        {
            KontaktGehalten kontakt => kontakt.Form.ToString(),
            ZielVereinbart { Umweg: true } => Umweg,
            _ => null,
        },
        Berichtigt = eintrag.Berichtigt,
        Begruendung = eintrag.Begruendung,
    };

    public static Eintrag ToEintrag(EintragRow row) => new(
        row.Id, row.Nr, row.WirksamAm, row.ErfasstAm, row.ErfasstVon,
        TatsachenKatalog.Deserialize(row.Art, row.Daten), row.Berichtigt, row.Begruendung);

    public static FallRow NewHeader(Fall fall) => new()
    {
        Id = fall.Id,
        Nummer = fall.Nummer,
        BueroId = fall.BueroId,
        Korrelation = fall.Korrelation,
    };

    public static void WriteHeader(Fall fall, FallRow row)
    {
        row.PersonName = fall.Person?.Name;
        row.Suchtext = $"{fall.Nummer} {fall.Person?.Name}".ToLowerInvariant();
        row.FallmanagerId = fall.FallmanagerId;
        row.IntegrationsfachkraftId = fall.IntegrationsfachkraftId;
        row.Phase = fall.Phase;
        row.Status = fall.Status;
        row.UebergebenAm = fall.UebergebenAm;
        row.ErstmalsAufgenommenAm = fall.ErstmalsAufgenommenAm;
        row.AufgenommenAm = fall.AufgenommenAm;
        row.LetzterKontaktAm = fall.LetzterKontaktAm;
        row.RueckgabeAm = fall.RueckgabeAm;
        row.AbgeschlossenAm = fall.AbgeschlossenAm;
        row.BeendetAm = fall.BeendetAm;
        row.ZugangErfuellt = fall.Zugang?.Erfuellt;
        row.ZugangRegel = fall.Zugang?.Regel;
        row.ZugangKonzeptVersion = fall.Zugang?.KonzeptVersion;
        row.Namensfolge = Listenwerte.NamensfolgeOf(fall.Person);
        row.Bedarfe = Listenwerte.BedarfeOf(fall);
    }

    public static ZuweisungRow NewZuweisung(Fall fall, Zuweisung zuweisung) => new()
    {
        ZuweisungId = zuweisung.Id,
        FallId = fall.Id,
        TraegerId = zuweisung.TraegerId,
        Leistung = zuweisung.Leistung,
    };

    public static void WriteZuweisung(Zuweisung zuweisung, ZuweisungRow row)
    {
        row.TraegerId = zuweisung.TraegerId;
        row.Leistung = zuweisung.Leistung;
        row.Stand = zuweisung.Stand;
        row.GesendetAm = zuweisung.GesendetAm;
        row.BegonnenAm = zuweisung.BegonnenAm;
        row.BeendetAm = zuweisung.BeendetAm;
    }
}
