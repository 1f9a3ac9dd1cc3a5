using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Departures from a default for which a concept may demand approval (R86): rules that a reason may set aside, and facts that are a departure themselves.</summary>
public static class Abweichungen
{
    public const string Aufnahme = nameof(ZugangskriterienMuessenErfuelltSein);
    public const string Abschluss = nameof(ErgebnisseMuessenUebernommenSein);
    public const string Wechsel = nameof(UebergabegespraechMussGefuehrtSein);
    public const string Rhythmus = nameof(RhythmusGeaendert);
    public const string Dauer = nameof(DauerVerlaengert);

    public static IReadOnlyList<string> Alle { get; } = [Aufnahme, Abschluss, Wechsel, Rhythmus, Dauer];

    /// <summary>Whether the fact is a departure by what it says, not by a rule that it breaks.</summary>
    public static bool IsOne(Tatsache tatsache) => tatsache is RhythmusGeaendert or DauerVerlaengert;

    /// <summary>Every departure that the fact would be, recorded or as a correction, which no rule holds up.</summary>
    public static IEnumerable<string> AllIn(Tatsache tatsache, Fall fall, Erfassung erfassung)
    {
        if (tatsache.Validate().Any())
            return [];
        var regeln = tatsache.Regeln(fall, erfassung).Where(r => r.IsBroken && r.AbweichungMoeglich).Select(r => r.GetType().Name);
        return IsOne(tatsache) ? regeln.Append(TatsachenKatalog.ArtOf(tatsache).Name) : regeln;
    }

    /// <summary>
    /// The departure that recording the fact would be; null if it would be none, or would be refused anyway.
    /// </summary>
    public static string? Of(Tatsache tatsache, Fall fall, Erfassung erfassung)
    {
        if (tatsache.Validate().Any())
            return null;
        var gebrochen = tatsache.Regeln(fall, erfassung).Where(r => r.IsBroken).ToList();
        if (gebrochen.Exists(r => !r.AbweichungMoeglich))
            return null;
        if (gebrochen.Count > 0)
            return string.IsNullOrWhiteSpace(erfassung.Begruendung) ? null : gebrochen[0].GetType().Name;
        return IsOne(tatsache) ? TatsachenKatalog.ArtOf(tatsache).Name : null;
    }
}
