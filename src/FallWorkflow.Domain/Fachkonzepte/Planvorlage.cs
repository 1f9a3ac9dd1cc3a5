using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Steps that a plan may begin with, made for a target group (R45). A help to begin with: every step can be changed or left out.</summary>
/// <param name="Name">Also the target group, for example <c>Drogenabhängige Menschen</c>.</param>
public sealed record Planvorlage(string Name, IReadOnlyList<Planschritt> Schritte);
