using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>Master data and the tables of the host.</summary>
internal sealed class StammdatenConfiguration
    : IEntityTypeConfiguration<Buero>, IEntityTypeConfiguration<Benutzer>, IEntityTypeConfiguration<Traeger>, IEntityTypeConfiguration<FachkonzeptRow>,
      IEntityTypeConfiguration<Prozessversion>, IEntityTypeConfiguration<Zugriffsereignis>, IEntityTypeConfiguration<IdempotenteAntwort>,
      IEntityTypeConfiguration<GesendeteMail>, IEntityTypeConfiguration<Systemzustand>
{
    /// <summary>Key of the only row of <c>Systemzustand</c>.</summary>
    public const int Einzige = 1;

    public void Configure(EntityTypeBuilder<Buero> builder)
    {
        builder.ToTable("Buero");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).HasMaxLength(Laengen.Id);
        builder.Property(b => b.LokaleFeiertage).HasJsonList();
    }

    public void Configure(EntityTypeBuilder<Benutzer> builder)
    {
        builder.ToTable("Benutzer");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).HasMaxLength(Laengen.Id);
        builder.Property(b => b.Rolle).HasMaxLength(Laengen.Id);
        builder.Property(b => b.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(b => b.TeamId).HasMaxLength(Laengen.Id);
        builder.Property(b => b.TraegerId).HasMaxLength(Laengen.Id);
        builder.HasIndex(b => new { b.BueroId, b.Rolle });
    }

    public void Configure(EntityTypeBuilder<Traeger> builder)
    {
        builder.ToTable("Traeger");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).HasMaxLength(Laengen.Id);
    }

    public void Configure(EntityTypeBuilder<FachkonzeptRow> builder)
    {
        builder.ToTable("Fachkonzepte");
        builder.HasKey(f => new { f.BueroId, f.Version });
        builder.Property(f => f.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(f => f.Version).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Prozessversion> builder)
    {
        builder.ToTable("Prozessversionen");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).HasMaxLength(Laengen.Id);
        builder.Property(p => p.DefinitionId).HasMaxLength(Laengen.Id);
        builder.HasIndex(p => new { p.DefinitionId, p.Version }).IsUnique();
        builder.HasIndex(p => p.IsCurrent);
    }

    public void Configure(EntityTypeBuilder<Zugriffsereignis> builder)
    {
        builder.ToTable("Zugriffe");
        builder.HasKey(z => z.Id);
        builder.Property(z => z.Id).ValueGeneratedNever();
        builder.Property(z => z.AkteurId).HasMaxLength(Laengen.Id);
        builder.Property(z => z.Art).HasMaxLength(Laengen.Id);
        builder.HasIndex(z => new { z.FallId, z.At });
        builder.HasIndex(z => new { z.AkteurId, z.At });
        builder.HasIndex(z => new { z.Art, z.At });
    }

    public void Configure(EntityTypeBuilder<IdempotenteAntwort> builder)
    {
        builder.ToTable("Idempotenz");
        // SQL Server's widest key has 900 bytes; both columns together stay below as a non-clustered key.
        builder.HasKey(i => new { i.Key, i.AkteurId }).HasAnnotation("SqlServer:Clustered", false);
        builder.Property(i => i.Key).HasMaxLength(Laengen.Schluessel);
        builder.Property(i => i.AkteurId).HasMaxLength(Laengen.Id);
        builder.HasIndex(i => i.At);
    }

    public void Configure(EntityTypeBuilder<GesendeteMail> builder)
    {
        builder.ToTable("Postausgang");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Schluessel).HasMaxLength(Laengen.Schluessel);
        builder.HasIndex(m => m.Schluessel).IsUnique();
        builder.HasIndex(m => m.At);
    }

    public void Configure(EntityTypeBuilder<Systemzustand> builder)
    {
        builder.ToTable("Systemzustand");
        // A fixed key makes a second row impossible.
        builder.Property<int>("Id").ValueGeneratedNever();
        builder.HasKey("Id");
        builder.Property(s => s.TestClock).IsConcurrencyToken();
    }
}
