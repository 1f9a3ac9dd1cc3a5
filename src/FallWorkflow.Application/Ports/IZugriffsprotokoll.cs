using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Application.Ports;

/// <summary>Append-only log of who has read or transmitted social data, with purpose and basis (R88).</summary>
public interface IZugriffsprotokoll
{
    Task AppendAsync(Zugriffsereignis ereignis, CancellationToken cancellation = default);

    /// <summary>Messages to partners and copies handed out from an instant on and before another, of all Fälle, newest first (R88).</summary>
    Task<IReadOnlyList<Zugriffsereignis>> WeitergabenAsync(DateTimeOffset von, DateTimeOffset bis, int max, CancellationToken cancellation = default);

    /// <summary>Accesses to a Fall, newest first.</summary>
    Task<IReadOnlyList<Zugriffsereignis>> OfFallAsync(Guid fallId, int max, CancellationToken cancellation = default);
}
