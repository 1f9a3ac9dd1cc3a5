using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Goals of one level that were agreed in the period, and those that ended in it, by result (R79).</summary>
/// <param name="Offen">Open on the last day of the period, whenever they were agreed.</param>
public sealed record Zielebenensumme(Zielebene Ebene, int Vereinbart, int Erreicht, int TeilweiseErreicht, int NichtErreicht, int Aufgegeben, int Offen);
