using FallWorkflow.Application.Versionen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>Ordered moves to other versions, and what has become of each Fall.</summary>
internal sealed class WechselConfiguration : IEntityTypeConfiguration<Wechsel>, IEntityTypeConfiguration<Wechselfall>
{
    public void Configure(EntityTypeBuilder<Wechsel> builder)
    {
        builder.ToTable("Versionswechsel");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.DefinitionId).HasMaxLength(Laengen.Id);
        builder.Property(w => w.AkteurId).HasMaxLength(Laengen.Id);
        builder.Property(w => w.AngehaltenVon).HasMaxLength(Laengen.Id);
        builder.Property(w => w.LeaseOwner).HasMaxLength(Laengen.Id);
        builder.HasIndex(w => new { w.DefinitionId, w.At });
        builder.HasIndex(w => w.Arbeitet);
    }

    public void Configure(EntityTypeBuilder<Wechselfall> builder)
    {
        builder.ToTable("Wechselfaelle");
        builder.HasKey(f => new { f.WechselId, f.FallId });
        builder.Ignore(f => f.Umzuege);
        builder.Property(f => f.FallNummer).HasMaxLength(Laengen.Id);
        builder.Property(f => f.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(f => f.RuecknahmeVon).HasMaxLength(Laengen.Id);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.WechselId, f.Stand, f.Nr });
        builder.HasIndex(f => f.FallId);
    }
}
