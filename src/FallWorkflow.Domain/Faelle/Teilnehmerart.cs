namespace FallWorkflow.Domain.Faelle;

/// <summary>On whose side somebody takes part in a case conference, or has to carry out a decision (R63, R67).</summary>
public enum Teilnehmerart
{
    Klient,
    Fallmanagement,
    Teamleitung,
    Traeger,
    Arbeitgeber,
    Leistungsabteilung,
    Angehoerige,
    Sonstige,
}
