using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>What processes give to people and partners: tasks, reminders, timeline, outbox and inbox.</summary>
internal sealed class ArbeitConfiguration
    : IEntityTypeConfiguration<Aufgabe>, IEntityTypeConfiguration<Erinnerung>, IEntityTypeConfiguration<Verlaufsereignis>,
      IEntityTypeConfiguration<Nachricht>, IEntityTypeConfiguration<EingangRow>, IEntityTypeConfiguration<Loeschung>
{
    public void Configure(EntityTypeBuilder<Aufgabe> builder)
    {
        builder.ToTable("Aufgaben");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(a => a.Art).HasMaxLength(Laengen.Id);
        builder.Property(a => a.Rolle).HasMaxLength(Laengen.Id);
        builder.Property(a => a.ZustaendigId).HasMaxLength(Laengen.Id);
        builder.Property(a => a.Bezug).HasMaxLength(Laengen.Id);
        builder.Property(a => a.InstanceId).HasMaxLength(Laengen.Id);
        builder.Property(a => a.ExecutionId).HasMaxLength(Laengen.Id);
        builder.Property(a => a.BeendetVon).HasMaxLength(Laengen.Id);
        builder.Property(a => a.ErledigtDurch).HasJsonList();
        builder.Property(a => a.Ergebnisse).HasJsonList();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property<long>(Reihenfolge.Spalte);
        builder.HasIndex(a => new { a.FallId, a.Status });
        builder.HasIndex(a => new { a.ZustaendigId, a.Status });
        builder.HasIndex(a => new { a.BueroId, a.Rolle, a.Status });
        builder.HasIndex(nameof(Aufgabe.BueroId), nameof(Aufgabe.Status), nameof(Aufgabe.FaelligAm), nameof(Aufgabe.ErstelltAm), Reihenfolge.Spalte);
    }

    public void Configure(EntityTypeBuilder<Erinnerung> builder)
    {
        builder.ToTable("Erinnerungen");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Schluessel).HasMaxLength(Laengen.Schluessel);
        builder.HasIndex(e => e.Schluessel).IsUnique();
        builder.Property(e => e.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(e => e.Rolle).HasMaxLength(Laengen.Id);
        builder.Property(e => e.EmpfaengerId).HasMaxLength(Laengen.Id);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.ZugestelltAt, e.FaelligAt });
    }

    public void Configure(EntityTypeBuilder<Verlaufsereignis> builder)
    {
        builder.ToTable("Verlauf");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Art).HasMaxLength(Laengen.Id);
        builder.Property(v => v.Bezug).HasMaxLength(Laengen.Id);
        builder.Property<long>(Reihenfolge.Spalte);
        builder.HasIndex(v => new { v.FallId, v.At });
    }

    public void Configure(EntityTypeBuilder<Nachricht> builder)
    {
        builder.ToTable("Nachrichten");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Art).HasMaxLength(Laengen.Id);
        builder.Property(n => n.TraegerId).HasMaxLength(Laengen.Id);
        builder.Property(n => n.Bezug).HasMaxLength(Laengen.Id);
        builder.Property(n => n.LeaseOwner).HasMaxLength(Laengen.Id);
        builder.Property(n => n.Fence).IsConcurrencyToken();
        builder.HasIndex(n => new { n.FallId, n.Nr }).IsUnique();
        builder.HasIndex(n => new { n.GesendetAm, n.ErstelltAm });
        builder.HasIndex(n => new { n.TraegerId, n.Bezug });
    }

    public void Configure(EntityTypeBuilder<Loeschung> builder)
    {
        builder.ToTable("Loeschungen");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.BueroId).HasMaxLength(Laengen.Id);
        builder.Property(l => l.Ausgang).HasMaxLength(Laengen.Wort);
        builder.Property(l => l.Frist).HasMaxLength(Laengen.Wort);
        builder.Property(l => l.BestaetigtVonRolle).HasMaxLength(Laengen.Id);
        builder.HasIndex(l => new { l.GeloeschtAm, l.BestaetigtAm });
    }

    public void Configure(EntityTypeBuilder<EingangRow> builder)
    {
        builder.ToTable("Eingang");
        builder.HasKey(e => e.Schluessel);
        builder.Property(e => e.Schluessel).HasMaxLength(Laengen.Schluessel);
        builder.HasIndex(e => e.At);
    }
}
