using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

internal sealed class EngineConfiguration
    : IEntityTypeConfiguration<WorkflowInstance>, IEntityTypeConfiguration<Bookmark>, IEntityTypeConfiguration<WorkflowTimer>, IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("WorkflowInstanzen");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).HasMaxLength(Laengen.Id);
        builder.Property(i => i.DefinitionId).HasMaxLength(Laengen.Id);
        builder.Property(i => i.DefinitionVersionId).HasMaxLength(Laengen.Id);
        builder.Property(i => i.CorrelationId).HasMaxLength(Laengen.Id);
        builder.Property(i => i.ParentInstanceId).HasMaxLength(Laengen.Id);
        builder.Property(i => i.ParentExecutionId).HasMaxLength(Laengen.Id);
        builder.Property(i => i.RowVersion).IsConcurrencyToken();
        builder.Property<long>(Reihenfolge.Spalte);
        builder.HasIndex(i => new { i.CorrelationId, i.Status });
        builder.HasIndex(i => new { i.Status, i.DefinitionVersionId });
        builder.HasIndex(i => i.SubStatus);
    }

    public void Configure(EntityTypeBuilder<Bookmark> builder)
    {
        builder.ToTable("Bookmarks");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).HasMaxLength(Laengen.Id);
        builder.Property(b => b.InstanceId).HasMaxLength(Laengen.Id);
        builder.Property(b => b.ExecutionId).HasMaxLength(Laengen.Id);
        builder.Property(b => b.ActivityId).HasMaxLength(Laengen.Id);
        builder.Property(b => b.Stimulus).HasMaxLength(Laengen.Id);
        builder.Property(b => b.Key).HasMaxLength(Laengen.Id);
        builder.Property(b => b.CorrelationId).HasMaxLength(Laengen.Id);
        builder.Property<long>(Reihenfolge.Spalte);
        builder.HasIndex(b => new { b.CorrelationId, b.Stimulus });
        builder.HasIndex(b => b.Stimulus);
        builder.HasIndex(b => b.InstanceId);
    }

    public void Configure(EntityTypeBuilder<WorkflowTimer> builder)
    {
        builder.ToTable("Timer");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).HasMaxLength(Laengen.Id);
        builder.Property(t => t.InstanceId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.ExecutionId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.ActivityId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.Name).HasMaxLength(Laengen.Id);
        builder.Property(t => t.CorrelationId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.LeaseOwner).HasMaxLength(Laengen.Id);
        builder.Property(t => t.Fence).IsConcurrencyToken();
        builder.Property<long>(Reihenfolge.Spalte);
        // What waits is found in order of due instants by this index alone: parked timers stand apart, sleeping ones behind.
        builder.HasIndex(nameof(WorkflowTimer.ParkedAt), nameof(WorkflowTimer.DueAt), Reihenfolge.Spalte);
        builder.HasIndex(t => t.InstanceId);
        builder.HasIndex(t => t.CorrelationId);
    }

    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("Journal");
        builder.HasKey(j => new { j.InstanceId, j.Sequence });
        builder.Property(j => j.InstanceId).HasMaxLength(Laengen.Id);
        builder.Property(j => j.Sequence).ValueGeneratedNever();
        builder.Property(j => j.Kind).HasMaxLength(Laengen.Id);
        builder.Property(j => j.CorrelationId).HasMaxLength(Laengen.Id);
        builder.Property(j => j.ActivityId).HasMaxLength(Laengen.Id);
        builder.Property(j => j.ActivityType).HasMaxLength(Laengen.Id);
        builder.Property(j => j.ExecutionId).HasMaxLength(Laengen.Id);
        builder.HasIndex(j => j.CorrelationId);
        builder.HasIndex(j => new { j.Kind, j.At });
    }
}
