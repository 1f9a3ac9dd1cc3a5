namespace FallWorkflow.Persistence.Configurations;

/// <summary>Lengths of columns that are keys or indexed, in characters; all other texts are unbounded.</summary>
internal static class Laengen
{
    /// <summary>Ids, wire names, roles.</summary>
    public const int Id = 200;

    /// <summary>Idempotency and message keys; 450 is the widest key of SQL Server.</summary>
    public const int Schluessel = 400;

    /// <summary>Enumerations and other short words.</summary>
    public const int Wort = 50;
}
