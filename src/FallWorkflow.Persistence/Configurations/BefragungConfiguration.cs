using FallWorkflow.Application.Befragungen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>The satisfaction survey (R80): no column refers to a Fall, a person, a day or the other table.</summary>
internal sealed class BefragungConfiguration : IEntityTypeConfiguration<Befragungslink>, IEntityTypeConfiguration<Befragungsantwort>
{
    public void Configure(EntityTypeBuilder<Befragungslink> builder)
    {
        builder.ToTable("Befragungslinks");
        builder.HasKey(l => l.Pruefsumme);
        builder.Property(l => l.Pruefsumme).HasMaxLength(64);
        builder.Property(l => l.BueroId).HasMaxLength(Laengen.Id);
    }

    public void Configure(EntityTypeBuilder<Befragungsantwort> builder)
    {
        builder.ToTable("Befragungsantworten");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.BueroId).HasMaxLength(Laengen.Id);
        builder.HasIndex(a => new { a.BueroId, a.Quartal });
    }
}
