using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>Entries of the offices' networks; who adds a number first wins.</summary>
internal sealed class NetzwerkConfiguration : IEntityTypeConfiguration<NetzwerkRow>
{
    public void Configure(EntityTypeBuilder<NetzwerkRow> builder)
    {
        builder.ToTable("Netzwerk");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(n => n.ErfasstVon).HasMaxLength(Laengen.Id);
        builder.Property(n => n.Art).HasMaxLength(Laengen.Id);
        builder.HasIndex(n => new { n.BueroId, n.Nr }).IsUnique();
    }
}
