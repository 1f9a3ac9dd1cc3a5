namespace FallWorkflow.Domain.Faelle;

/// <summary>What a <see cref="Strang"/> is.</summary>
public enum Strangart
{
    Leistungskette,
    Fallkonferenz,
    Konferenzbeschluss,
    Leistungsfrage,
    GefoerderteBeschaeftigung,
    Arbeitgeberbeteiligung,
    Angebotsluecke,
}
