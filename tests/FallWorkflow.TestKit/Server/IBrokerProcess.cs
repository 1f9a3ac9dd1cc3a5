namespace FallWorkflow.TestKit.Server;

/// <summary>A broker that the tests own.</summary>
internal interface IBrokerProcess : IAsyncDisposable
{
    int Port { get; }

    /// <summary>Why it ended by itself; null while it runs.</summary>
    string? EndReason { get; }

    /// <summary>What it printed, for a failed start.</summary>
    string Output { get; }

    Task StartAsync();

    Task StopAsync();
}
