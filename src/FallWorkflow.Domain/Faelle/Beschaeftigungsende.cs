namespace FallWorkflow.Domain.Faelle;

/// <summary>Why subsidised employment ended (R66). Health needs no further reason.</summary>
public enum Beschaeftigungsende
{
    Gesundheit,
    Auslauf,
    UebergangInArbeit,
    UebergangInQualifizierung,
    Sonstiges,
}
