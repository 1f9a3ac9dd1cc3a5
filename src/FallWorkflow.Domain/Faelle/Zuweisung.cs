using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>A referral to a partner organisation.</summary>
public sealed class Zuweisung
{
    private readonly Dictionary<string, (DateOnly Am, long Nr)> _dokumente = [];

    public required string Id { get; init; }

    public required string TraegerId { get; init; }

    public required string Leistung { get; init; }

    public required string Anliegen { get; init; }

    /// <summary>Fields the client released for this referral (R57); the message contains nothing else.</summary>
    public required IReadOnlyList<string> FreigegebeneFelder { get; init; }

    /// <summary>Agreed time for the answer as text of a Frist; null takes process, concept or default.</summary>
    public string? AntwortFrist { get; init; }

    /// <summary>Norm on which the service rests (R46); null in referrals agreed before this was asked.</summary>
    public string? Rechtsgrundlage { get; init; }

    /// <summary>Goals that the offer serves (R81); empty in referrals for which none was named.</summary>
    public IReadOnlyList<string> ZielIds { get; init; } = [];

    public DateOnly VereinbartAm { get; init; }

    public Zuweisungsstand Stand { get; internal set; } = Zuweisungsstand.Vereinbart;

    /// <summary>Last day something was sent that the partner has to answer.</summary>
    public DateOnly? GesendetAm { get; internal set; }

    public DateOnly? BegonnenAm { get; internal set; }

    public DateOnly? BeendetAm { get; internal set; }

    public string? Ergebnis { get; internal set; }

    /// <summary>How the result was taken up (R61); null until it is.</summary>
    public Ergebnisweg? Uebernommen { get; internal set; }

    /// <summary>Acceptance, or the last time the client was asked for progress and fit (R60).</summary>
    public DateOnly? KlientBefragtAm { get; internal set; }

    /// <summary>Acceptance, or the last time the partner was asked for progress and fit (R60).</summary>
    public DateOnly? TraegerBefragtAm { get; internal set; }

    /// <summary>How the service fits, as the client sees it; null until asked.</summary>
    public Passung? PassungKlient { get; internal set; }

    /// <summary>How the service fits, as the partner sees it; null until asked.</summary>
    public Passung? PassungTraeger { get; internal set; }

    /// <summary>Agreed distance of the monitoring dates as text of a Frist; null takes process, concept or default (R60, R86).</summary>
    public string? MonitoringAbstand { get; internal set; }

    /// <summary>Documents that the client released for this referral, with the day and the entry of the consent.</summary>
    public IReadOnlyDictionary<string, (DateOnly Am, long Nr)> FreigegebeneDokumente => _dokumente;

    internal void Release(string dokumentId, Eintrag eintrag) => _dokumente[dokumentId] = (eintrag.WirksamAm, eintrag.Nr);

    internal void Retract(string dokumentId) => _dokumente.Remove(dokumentId);

    public bool IstOffen => Stand is not (Zuweisungsstand.Abgelehnt or Zuweisungsstand.Beendet
        or Zuweisungsstand.ErgebnisUebernommen or Zuweisungsstand.Zurueckgezogen);
}
