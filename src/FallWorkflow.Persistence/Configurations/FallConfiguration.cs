using FallWorkflow.Application.Abfragen;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

internal sealed class FallConfiguration
    : IEntityTypeConfiguration<FallRow>, IEntityTypeConfiguration<EintragRow>, IEntityTypeConfiguration<ZuweisungRow>, IEntityTypeConfiguration<NummernkreisRow>,
      IEntityTypeConfiguration<SuchwortRow>
{
    public void Configure(EntityTypeBuilder<FallRow> builder)
    {
        builder.ToTable("Faelle");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Nummer).HasMaxLength(Laengen.Wort);
        builder.HasIndex(f => f.Nummer).IsUnique();
        builder.Property(f => f.Korrelation).HasMaxLength(Laengen.Wort);
        builder.HasIndex(f => f.Korrelation).IsUnique();
        builder.Property(f => f.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(f => f.FallmanagerId).HasMaxLength(Laengen.Id);
        builder.Property(f => f.IntegrationsfachkraftId).HasMaxLength(Laengen.Id);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Property(f => f.Takt).IsConcurrencyToken();
        builder.HasIndex(f => new { f.BueroId, f.Status });
        builder.HasIndex(f => new { f.FallmanagerId, f.Status });

        // Each order of the lists has an index, in an office and over all of them: a page costs its rows, not those before it.
        builder.Property(f => f.Namensfolge).HasMaxLength(Laengen.Id);
        builder.HasIndex(f => new { f.BueroId, f.Nummer });
        builder.HasIndex(f => new { f.BueroId, f.Namensfolge, f.Nummer });
        builder.HasIndex(f => new { f.BueroId, f.NaechsteFaelligkeit, f.Nummer });
        builder.HasIndex(f => new { f.Namensfolge, f.Nummer });
        builder.HasIndex(f => new { f.NaechsteFaelligkeit, f.Nummer });
        builder.HasIndex(f => f.Listenstand);
    }

    public void Configure(EntityTypeBuilder<SuchwortRow> builder)
    {
        builder.ToTable("Suchwoerter");
        builder.HasKey(w => new { w.FallId, w.Wort });
        builder.Property(w => w.Wort).HasMaxLength(Suchwoerter.MaxLaenge);
        builder.HasIndex(w => new { w.Wort, w.FallId });
        builder.HasOne<FallRow>().WithMany().HasForeignKey(w => w.FallId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EintragRow> builder)
    {
        builder.ToTable("Eintraege");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ErfasstVon).HasMaxLength(Laengen.Id);
        builder.Property(e => e.Art).HasMaxLength(Laengen.Id);
        builder.Property(e => e.Merkmal).HasMaxLength(Laengen.Wort);
        builder.HasIndex(e => new { e.FallId, e.Nr }).IsUnique();
        builder.HasIndex(e => new { e.Art, e.WirksamAm });
        builder.HasIndex(e => e.Berichtigt);
        builder.HasOne<FallRow>().WithMany().HasForeignKey(e => e.FallId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ZuweisungRow> builder)
    {
        builder.ToTable("Zuweisungen");
        builder.HasKey(z => z.ZuweisungId);
        builder.Property(z => z.ZuweisungId).HasMaxLength(Laengen.Id);
        builder.Property(z => z.TraegerId).HasMaxLength(Laengen.Id);
        builder.HasIndex(z => new { z.TraegerId, z.Stand });
        builder.HasOne<FallRow>().WithMany().HasForeignKey(z => z.FallId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NummernkreisRow> builder)
    {
        builder.ToTable("Nummernkreise");
        builder.HasKey(n => n.Jahr);
        builder.Property(n => n.Jahr).ValueGeneratedNever();
    }
}
