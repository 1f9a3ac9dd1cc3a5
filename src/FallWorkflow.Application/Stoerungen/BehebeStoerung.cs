using System.Text.Json.Nodes;

namespace FallWorkflow.Application.Stoerungen;

/// <summary>Have a stopped process go on, or end it.</summary>
/// <param name="AusfuehrungId">One failed step of several; null means all (retry) or the only one (skip).</param>
/// <param name="Begruendung">Goes into journal and Verlauf.</param>
/// <param name="Ausgang">For skipping: the outcome by which the step is left.</param>
/// <param name="Werte">For skipping: values of the step's outputs by name.</param>
/// <param name="Schluessel">Idempotency key.</param>
public sealed record BehebeStoerung(
    string InstanzId,
    Behebung Art,
    string Begruendung,
    string? AusfuehrungId = null,
    string? Ausgang = null,
    JsonObject? Werte = null,
    string? Schluessel = null);

public enum Behebung
{
    /// <summary>The failed step runs again.</summary>
    Wiederholen,

    /// <summary>The process goes on as if the step had come to the chosen outcome.</summary>
    Ueberspringen,

    /// <summary>The process ends, with its open tasks.</summary>
    Abbrechen,
}
