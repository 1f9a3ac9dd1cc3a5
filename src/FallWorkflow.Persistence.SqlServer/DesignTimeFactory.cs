using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FallWorkflow.Persistence.SqlServer;

/// <summary>For <c>dotnet ef migrations add</c>; connects to nothing.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<FallWorkflowDbContext>
{
    public FallWorkflowDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FallWorkflowDbContext>();
        new SqlServerDialect().Configure(options, "Server=design");
        return new(options.Options);
    }
}
