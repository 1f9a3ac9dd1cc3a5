using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

internal sealed class TerminConfiguration : IEntityTypeConfiguration<TerminRow>
{
    public void Configure(EntityTypeBuilder<TerminRow> builder)
    {
        builder.ToTable("Termine");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.TerminId).HasMaxLength(Laengen.Id);
        builder.Property(t => t.Ort).HasMaxLength(Laengen.Id);
        builder.HasIndex(t => new { t.FallId, t.Beginn });
        builder.HasIndex(t => new { t.MitErinnerung, t.Stand, t.Beginn });
        builder.HasOne<FallRow>().WithMany().HasForeignKey(t => t.FallId).OnDelete(DeleteBehavior.Restrict);
    }
}
