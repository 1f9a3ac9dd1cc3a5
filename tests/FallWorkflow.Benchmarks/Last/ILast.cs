using FallWorkflow.Benchmarks.Umgebung;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>A kind of burst, by the service's own code.</summary>
internal interface ILast : IAsyncDisposable
{
    /// <summary>One burst for this caller, from the first read to the answer after the commit.</summary>
    Task CallAsync(int caller);

    /// <summary>The same row changes written by hand; callers have a connection each.</summary>
    Task<Handarbeit> ByHandAsync(Datenbank datenbank, int connections);
}
