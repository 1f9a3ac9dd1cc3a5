namespace FallWorkflow.Jobs;

/// <summary>Values of <c>Database:Provider</c>.</summary>
internal static class Datenbanken
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";
    public const string SqlServer = "SqlServer";
}
