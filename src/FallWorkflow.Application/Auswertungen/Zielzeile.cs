using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>One goal of a Fall as it is counted (R79).</summary>
public sealed record Zielzeile(Zielebene Ebene, bool IstUmweg, DateOnly VereinbartAm, DateOnly? AbgeschlossenAm, Zielergebnis? Ergebnis);
