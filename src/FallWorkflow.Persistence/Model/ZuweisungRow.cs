using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Persistence.Model;

/// <summary>A referral, derived from the Fall on every save; holds nothing that a client must release first.</summary>
internal sealed class ZuweisungRow
{
    public required string ZuweisungId { get; init; }

    public required Guid FallId { get; init; }

    public required string TraegerId { get; set; }

    public required string Leistung { get; set; }

    public Zuweisungsstand Stand { get; set; }

    public DateOnly? GesendetAm { get; set; }

    public DateOnly? BegonnenAm { get; set; }

    public DateOnly? BeendetAm { get; set; }
}
