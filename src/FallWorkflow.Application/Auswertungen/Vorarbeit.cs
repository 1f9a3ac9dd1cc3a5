namespace FallWorkflow.Application.Auswertungen;

/// <summary>Work that prepares the way into employment and counts as a result (R79).</summary>
public enum Vorarbeit
{
    Begleiten,
    Anleiten,
    StellvertretendHandeln,

    /// <summary>A goal of the lowest level was reached.</summary>
    SchrittErreicht,

    /// <summary>A detour such as debt relief was reached (R34).</summary>
    UmwegErreicht,
    LeistungVereinbart,
}
