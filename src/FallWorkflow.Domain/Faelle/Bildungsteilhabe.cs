namespace FallWorkflow.Domain.Faelle;

/// <summary>The answer to the question whether benefits for education and participation are used (R47, § 28 SGB II).</summary>
public enum Bildungsteilhabe
{
    KeineKinder,
    WirdGenutzt,
    WirdBeantragt,
    NichtGewuenscht,
    KeinAnspruch,
}
