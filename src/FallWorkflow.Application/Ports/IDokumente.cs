namespace FallWorkflow.Application.Ports;

/// <summary>The files of documents; written by <see cref="IUnitOfWork"/> together with their entries.</summary>
public interface IDokumente
{
    /// <summary>Null if it was removed.</summary>
    Task<byte[]?> FindAsync(Guid fallId, string dokumentId, CancellationToken cancellation = default);
}
