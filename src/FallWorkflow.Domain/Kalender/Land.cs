namespace FallWorkflow.Domain.Kalender;

/// <summary>
/// The sixteen Länder by their customary abbreviations. Feiertage differ by Land, so every legal date is computed for one.
/// There is deliberately no value 0: a Land that nobody set must not silently become Baden-Württemberg.
/// </summary>
public enum Land
{
    BW = 1,
    BY,
    BE,
    BB,
    HB,
    HH,
    HE,
    MV,
    NI,
    NW,
    RP,
    SL,
    SN,
    ST,
    SH,
    TH,
}
