namespace FallWorkflow.Application.Ports;

/// <summary>A scanner for malicious software, where one is set up.</summary>
public interface ISchadsoftwarepruefung
{
    /// <summary>What was found, by the scanner's name for it; null if nothing was.</summary>
    /// <exception cref="PruefdienstNichtErreichbarException">The scanner did not say.</exception>
    Task<string?> ScanAsync(ReadOnlyMemory<byte> inhalt, CancellationToken cancellation = default);
}
