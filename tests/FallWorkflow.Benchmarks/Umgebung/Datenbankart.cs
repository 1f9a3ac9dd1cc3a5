namespace FallWorkflow.Benchmarks.Umgebung;

/// <summary>What is measured on.</summary>
internal enum Datenbankart
{
    /// <summary>With synchronous=FULL, as the service has it.</summary>
    Sqlite,

    /// <summary>With synchronous=NORMAL: the last commits may be lost when the power fails.</summary>
    SqliteNormal,

    /// <summary>With fsync.</summary>
    PostgreSql,
}
