namespace FallWorkflow.Domain.Netzwerke;

/// <summary>An agreement with a partner (R69).</summary>
/// <param name="Schnittstellen">Who tells whom what, and when.</param>
/// <param name="Ende">Last day of its term.</param>
public sealed record Vereinbarung(
    string Id, string TraegerId, Vereinbarungsart Art, string Gegenstand, string Schnittstellen, DateOnly Beginn, DateOnly Ende, bool IstBeendet = false);
