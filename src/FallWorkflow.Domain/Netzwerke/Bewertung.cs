namespace FallWorkflow.Domain.Netzwerke;

/// <summary>How a Fallmanager rates an offer, with a proposal and its answer (R71).</summary>
/// <param name="Nutzen">From 1 (hilft nicht) to 5 (hilft sehr).</param>
/// <param name="Entscheidung">Null: the proposal waits for its answer, or there is none.</param>
public sealed record Bewertung(
    string Id, string AngebotId, DateOnly Am, string Von, int Nutzen, string Begruendung, string? Vorschlag,
    Vorschlagsentscheidung? Entscheidung = null, string? Antwort = null)
{
    public bool WartetAufAntwort => Vorschlag is not null && Entscheidung is null;
}
