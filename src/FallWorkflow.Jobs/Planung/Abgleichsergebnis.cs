namespace FallWorkflow.Jobs.Planung;

/// <summary>What a comparison of triggers with rows had to change; all zero when nothing was lost.</summary>
internal sealed record Abgleichsergebnis(int Neu, int Verlegt, int Verwaist);
