using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>Which Fälle of those that a person may see; null does not restrict.</summary>
/// <param name="Text">Part of the number or the name, without regard to case.</param>
/// <param name="Seite">Page from 1.</param>
/// <param name="Groesse">Rows per page, 1 to 200.</param>
public sealed record Fallfilter(
    string? BueroId = null,
    string? FallmanagerId = null,
    Fallstatus? Status = null,
    Phase? Phase = null,
    string? Text = null,
    int Seite = 1,
    int Groesse = 50);
