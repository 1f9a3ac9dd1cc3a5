using FallWorkflow.Persistence.Configurations;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>The tables, and the versions that settle who was first.</summary>
internal sealed class FallWorkflowDbContext : DbContext
{
    public FallWorkflowDbContext(DbContextOptions<FallWorkflowDbContext> options)
        : base(options)
    {
        // A burst asks the tracker often; changed properties are looked for once, right before saving.
        ChangeTracker.AutoDetectChangesEnabled = false;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Laengen.Wort);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FallWorkflowDbContext).Assembly);

        // Beginnings of words are ranges of an index only where words are compared byte by byte, as SQLite does anyway.
        var bytes = Database.ProviderName switch
        {
            "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
            "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
            _ => null,
        };
        modelBuilder.Entity<FallRow>().Property(f => f.Namensfolge).UseCollation(bytes);
        modelBuilder.Entity<SuchwortRow>().Property(w => w.Wort).UseCollation(bytes);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Synchronous saving would block a thread; nothing here needs it.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Modified && RowVersions.Raise(entry.Entity))
                entry.DetectChanges();
        }
    }
}
