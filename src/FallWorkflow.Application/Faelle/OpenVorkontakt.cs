using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Faelle;

/// <summary>Record a contact outside the Jobcenter with somebody of whom there is no Akte yet (R17). Begins an Akte, but no Fall.</summary>
/// <param name="Schluessel">Idempotency key; the same key opens the same Akte once.</param>
public sealed record OpenVorkontakt(string BueroId, VorkontaktGehalten Vorkontakt, DateOnly WirksamAm, string? Schluessel = null, bool WochenendeBestaetigt = false);
