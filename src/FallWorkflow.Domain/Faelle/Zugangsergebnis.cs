namespace FallWorkflow.Domain.Faelle;

/// <summary>The access decision's basis, kept with the decision (R04, R05).</summary>
/// <param name="Regel">Which rule admitted: the general one, a target group, or none.</param>
/// <param name="KonzeptVersion">Version of the office's Fachkonzept that was applied.</param>
public sealed record Zugangsergebnis(bool Erfuellt, string Regel, int KonzeptVersion);
