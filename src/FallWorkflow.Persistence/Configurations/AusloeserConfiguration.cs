using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>What workers do besides timers: start processes at their own times, and send requests.</summary>
internal sealed class AusloeserConfiguration : IEntityTypeConfiguration<ScheduleTrigger>, IEntityTypeConfiguration<HttpCall>
{
    public void Configure(EntityTypeBuilder<ScheduleTrigger> builder)
    {
        builder.ToTable("Zeitausloeser");
        builder.HasKey(t => new { t.DefinitionId, t.ActivityId });
        builder.Property(t => t.DefinitionId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.ActivityId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.LeaseOwner).HasMaxLength(Laengen.Id);
        builder.Property(t => t.Fence).IsConcurrencyToken();
        builder.HasIndex(t => t.DueAt);
    }

    public void Configure(EntityTypeBuilder<HttpCall> builder)
    {
        builder.ToTable("HttpAufrufe");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(Laengen.Id);
        builder.Property(c => c.InstanceId).HasMaxLength(Laengen.Id);
        builder.Property(c => c.ExecutionId).HasMaxLength(Laengen.Id);
        builder.Property(c => c.CorrelationId).HasMaxLength(Laengen.Id);
        builder.Property(c => c.LeaseOwner).HasMaxLength(Laengen.Id);
        builder.Property(c => c.Fence).IsConcurrencyToken();
        builder.HasIndex(c => c.CreatedAt);
    }
}
