namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>A run over all suites sets <c>FALLWORKFLOW_TEST_SHORT=1</c> and gets fewer repetitions and shorter outages.</summary>
internal static class Umfang
{
    public static bool Kurz { get; } = Environment.GetEnvironmentVariable("FALLWORKFLOW_TEST_SHORT") == "1";

    public static int Of(int ganz, int kurz) => Kurz ? kurz : ganz;
}
