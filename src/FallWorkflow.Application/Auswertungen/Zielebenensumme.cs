using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Goals of one level that were agreed in the period, and those that ended in it, by result (R79).</summary>
/// <param name="Faelle">Fälle with a goal that is counted here.</param>
/// <param name="Offen">Open on the last day of the period, whenever they were agreed.</param>
public sealed record Zielebenensumme(Zielebene Ebene, int Faelle, int Vereinbart, int Erreicht, int TeilweiseErreicht, int NichtErreicht, int Aufgegeben, int Offen)
{
    /// <summary>Reached of all that ended in the period, 0 to 1; null if none did.</summary>
    public double? Erreichungsanteil => Beendet == 0 ? null : (double)Erreicht / Beendet;

    /// <summary>Ended in the period, whatever the result.</summary>
    public int Beendet => Erreicht + TeilweiseErreicht + NichtErreicht + Aufgegeben;
}
