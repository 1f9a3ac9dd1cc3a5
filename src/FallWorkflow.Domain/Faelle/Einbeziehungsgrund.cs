namespace FallWorkflow.Domain.Faelle;

/// <summary>Why a member of the household is included (R27).</summary>
public enum Einbeziehungsgrund
{
    WunschDerPerson,
    Gesamtbild,
    GemeinsamesThema,
}
