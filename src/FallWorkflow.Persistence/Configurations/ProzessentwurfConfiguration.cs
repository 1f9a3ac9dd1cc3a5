using FallWorkflow.Application.Prozesse;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>Drafts of processes, row by row; who adds a number first wins.</summary>
internal sealed class ProzessentwurfConfiguration : IEntityTypeConfiguration<Entwurfsstand>
{
    public void Configure(EntityTypeBuilder<Entwurfsstand> builder)
    {
        builder.ToTable("Prozessentwuerfe");
        builder.HasKey(e => new { e.DefinitionId, e.Nr });
        builder.Property(e => e.DefinitionId).HasMaxLength(Laengen.Id);
        builder.Property(e => e.Nr).ValueGeneratedNever();
        builder.Property(e => e.AkteurId).HasMaxLength(Laengen.Id);
    }
}
