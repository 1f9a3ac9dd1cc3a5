using FallWorkflow.Application.Dokumente;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>Files of documents, in a table that no list reads.</summary>
internal sealed class DokumentConfiguration : IEntityTypeConfiguration<Dokumentinhalt>
{
    public void Configure(EntityTypeBuilder<Dokumentinhalt> builder)
    {
        builder.ToTable("Dokumentinhalte");
        builder.HasKey(d => new { d.FallId, d.DokumentId });
        builder.Property(d => d.DokumentId).HasMaxLength(Laengen.Id);
        builder.HasOne<FallRow>().WithMany().HasForeignKey(d => d.FallId).OnDelete(DeleteBehavior.Restrict);
    }
}
