using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>Help that a person has already (R20).</summary>
/// <param name="Wer">Who helps, for example "Hausarztpraxis Dr. Beispiel" or "Schwester".</param>
/// <param name="Was">What they do.</param>
/// <param name="AktivSeit">Since when, as the person says it, for example "Frühjahr 2025"; null if nobody knows.</param>
public sealed record Hilfe([DatenDritter(Wenn = "Art=Informell", NurHier = true), NenntNamen] string Wer, string Was, Hilfeart Art, string? AktivSeit = null);
