using System.Data.Common;

namespace FallWorkflow.Jobs.Planung;

/// <summary>The scheduler's way to PostgreSQL.</summary>
internal static class Quartzverbindung
{
    /// <summary>
    /// Quartz holds one lock of the whole cluster for milliseconds. A node that freezes meanwhile would hold it until somebody
    /// ends the process, and no other could start; after ten seconds of silence the database ends its transaction instead.
    /// Options in the operator's own connection string are left as they are.
    /// </summary>
    public static string WithoutStandstill(string connectionString)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!builder.ContainsKey("Options"))
            builder["Options"] = "-c idle_in_transaction_session_timeout=10s";
        return builder.ConnectionString;
    }
}
