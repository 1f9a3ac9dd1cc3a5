using FallWorkflow.Domain.Fachkonzepte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>The access criteria of a concept (R01, R02, R04, R05). They help to decide; a reason may set them aside (R86).</summary>
public static class Zugangskriterien
{
    public const string AllgemeineRegel = "Mehrere Handlungsbedarfe";
    public const string KeineRegel = "Keine";

    public static Zugangsergebnis Evaluate(
        IReadOnlyList<Handlungsbedarf> bedarfe, bool fortschrittErwartet, string? zielgruppe, Fachkonzept konzept)
    {
        if (!fortschrittErwartet)
            return new(false, KeineRegel, konzept.Version);
        if (zielgruppe is not null && konzept.ZielgruppenOrDefault.Contains(zielgruppe, StringComparer.OrdinalIgnoreCase))
            return new(true, $"Zielgruppe {zielgruppe}", konzept.Version);
        var bereiche = bedarfe.Select(b => b.Bereich).Distinct().Count();
        return bereiche >= konzept.MindestBedarfeOrDefault
            ? new(true, AllgemeineRegel, konzept.Version)
            : new(false, KeineRegel, konzept.Version);
    }
}
