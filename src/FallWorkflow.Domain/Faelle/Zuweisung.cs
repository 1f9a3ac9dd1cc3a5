namespace FallWorkflow.Domain.Faelle;

/// <summary>A referral to a partner organisation.</summary>
public sealed class Zuweisung
{
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

    public bool IstOffen => Stand is not (Zuweisungsstand.Abgelehnt or Zuweisungsstand.Beendet
        or Zuweisungsstand.ErgebnisUebernommen or Zuweisungsstand.Zurueckgezogen);
}
