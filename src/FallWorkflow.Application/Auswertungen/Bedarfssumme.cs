using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>How many Fälle of the period have needs in one area (R82); a Fall counts in each of its areas.</summary>
public sealed record Bedarfssumme(Bedarfsbereich Bereich, int Faelle);
