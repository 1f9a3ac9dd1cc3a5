namespace FallWorkflow.Service.Zusammenbau;

/// <summary>Keys of the clocks. The unkeyed <see cref="TimeProvider"/> is process time, which may be a test clock.</summary>
internal static class Uhren
{
    /// <summary>Real time: leases, back-off, cookies.</summary>
    public const string Echt = "echt";
}
