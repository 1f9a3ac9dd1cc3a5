using FallWorkflow.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FallWorkflow.Persistence;

public sealed class SqlServerDialect : DatabaseDialect
{
    public override string Name => "SqlServer";

    internal override string ClockSql => "SELECT SYSUTCDATETIME()";

    internal override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, sqlServer => sqlServer.MigrationsAssembly(typeof(SqlServerDialect).Assembly))
            .ReplaceService<IModelCustomizer, SqlServerModelCustomizer>();

    internal override StoreFailure Classify(Exception exception) => exception switch
    {
        // Duplicate key in index or constraint, deadlock victim, row of what somebody else has deleted meanwhile.
        SqlException { Number: 2601 or 2627 or 1205 or 547 } => StoreFailure.Conflict,
        SqlException sql when IsUnavailable(sql) => StoreFailure.Unavailable,
        _ => StoreFailure.Unknown,
    };

    /// <summary>Severity 20 and above ends the connection; below stand time-outs, lock time-outs, and servers that are starting or full.</summary>
    private static bool IsUnavailable(SqlException exception) =>
        exception.Class >= 20 || exception.Number is -2 or -1 or 2 or 53 or 64 or 121 or 233 or 258 or 701 or 1222 or 4060 or 6005
            or 9002 or 10053 or 10054 or 10060 or 10061 or 10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920;
}
