using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FallWorkflow.Persistence.SqlServer;

/// <summary>
/// SQL Server compares text without regard to case unless told otherwise. Ids, keys and event names (the texts that are
/// bounded) compare ordinally here, as they do on the other databases.
/// </summary>
internal sealed class SqlServerModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private const string Ordinal = "Latin1_General_100_BIN2";

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            if (property.GetMaxLength() is not null && (property.GetProviderClrType() ?? property.ClrType) == typeof(string))
                property.SetCollation(Ordinal);
        }
    }
}
