using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

internal sealed class Abfragen(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, DatabaseDialect dialect) : IAbfragen
{
    public Task<IReadOnlyList<Aufgabenzeile>> MeineAufgabenAsync(
        Akteur akteur, DateOnly heute, int max = 500, CancellationToken cancellation = default) =>
        AufgabenAsync(c => AufgabenAbfrage.Of(c, akteur), heute, max, cancellation);

    public Task<IReadOnlyList<Aufgabenzeile>> AufgabenDesBuerosAsync(
        string bueroId, DateOnly heute, int max = 500, CancellationToken cancellation = default) =>
        AufgabenAsync(c => AufgabenAbfrage.OfBuero(c, bueroId), heute, max, cancellation);

    public Task<IReadOnlyList<Aufgabenzeile>> AufgabenDesFallsAsync(Guid fallId, DateOnly heute, CancellationToken cancellation = default) =>
        ListAsync(c => AufgabenAbfrage.Rows(c, AufgabenAbfrage.OfFall(c, fallId)), a => AufgabenAbfrage.ToZeile(a, heute), cancellation);

    public async Task<Aufgabenzeile?> FindAufgabeAsync(Guid aufgabeId, DateOnly heute, CancellationToken cancellation = default) =>
        (await ListAsync(c => AufgabenAbfrage.Rows(c, AufgabenAbfrage.ById(c, aufgabeId)), a => AufgabenAbfrage.ToZeile(a, heute), cancellation)).SingleOrDefault();

    public Task<Fallliste> FaelleAsync(Akteur akteur, Fallfilter filter, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            var groesse = Math.Clamp(filter.Groesse, 1, Fallfilter.MaxGroesse);
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            if (dialect.PlanForValuesSql is { } sql)
            {
                // For this connection until it goes back to its pool.
                await context.Database.OpenConnectionAsync(cancellation);
                await context.Database.ExecuteSqlRawAsync(sql, cancellation);
            }

            var faelle = FallAbfrage.Filtered(context, FallAbfrage.Visible(context, akteur), filter);
            var gesamt = await faelle.Select(f => f.Id).Take(Fallliste.MaxGesamt + 1).CountAsync(cancellation);
            var zeilen = await Fallseite.Rows(context, faelle, filter, groesse, gesamt).ToListAsync(cancellation);
            var mehr = zeilen.Count > groesse;

            // Back at the beginning there may be fewer rows than a page has; then the first page is meant.
            if (filter.Ab is { Rueckwaerts: true } && !mehr)
            {
                filter = filter with { Ab = null };
                zeilen = await Fallseite.Rows(context, faelle, filter, groesse, gesamt).ToListAsync(cancellation);
                mehr = zeilen.Count > groesse;
            }

            return Fallseite.ToListe(zeilen, mehr, filter, groesse, gesamt);
        });

    public Task<IReadOnlyList<Verlaufsereignis>> VerlaufAsync(Guid fallId, CancellationToken cancellation = default) =>
        ListAsync(
            c => c.Set<Verlaufsereignis>().AsNoTracking().Where(v => v.FallId == fallId)
                .OrderBy(v => v.At).ThenBy(v => EF.Property<long>(v, Reihenfolge.Spalte)),
            v => v,
            cancellation);

    public Task<IReadOnlyList<Journalzeile>> JournalAsync(Guid fallId, CancellationToken cancellation = default) =>
        ListAsync(c => JournalAbfrage.TimersOf(c, fallId.ToString("N")), JournalAbfrage.ToZeile, cancellation);

    public Task<IReadOnlyList<Zuweisungszeile>> ZuweisungenAsync(string traegerId, int max = 500, CancellationToken cancellation = default) =>
        ListAsync(c => TraegerAbfrage.Visible(c, traegerId).Take(max), TraegerAbfrage.ToZeile, cancellation);

    public async Task<Zuweisungszeile?> FindZuweisungAsync(string traegerId, string zuweisungId, CancellationToken cancellation = default) =>
        (await ListAsync(
            c => TraegerAbfrage.Visible(c, traegerId, zuweisungId), TraegerAbfrage.ToZeile, cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<Nachrichtenzeile>> NachrichtenAsync(string traegerId, string zuweisungId, CancellationToken cancellation = default) =>
        ListAsync(c => TraegerAbfrage.Nachrichten(c, traegerId, zuweisungId), n => n, cancellation);

    public async Task<IReadOnlyList<Kontaktanteil>> KontaktformenAsync(
        string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default)
    {
        var zahlen = await ListAsync(c => KennzahlenAbfrage.Kontaktformen(Fallbereich.Of(c, bueroId, teamId), c, von, bis), z => z, cancellation);
        var gesamt = zahlen.Sum(z => z.Anzahl);
        return [.. zahlen.Select(z => new Kontaktanteil(Enum.Parse<Kontaktform>(z.Form), z.Anzahl, (double)z.Anzahl / gesamt))
            .OrderByDescending(a => a.Anzahl).ThenBy(a => a.Form)];
    }

    public async Task<Umwegzahl> UmwegeAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default)
    {
        var zahlen = await ListAsync(c => KennzahlenAbfrage.Ziele(Fallbereich.Of(c, bueroId, teamId), c, von, bis), z => z, cancellation);
        return new(zahlen.Sum(z => z.Anzahl), zahlen.Where(z => z.Form == AkteMapping.Umweg).Sum(z => z.Anzahl));
    }

    public Task<IReadOnlyList<Wechselzahl>> WechselAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default) =>
        ListAsync(c => KennzahlenAbfrage.Wechsel(Fallbereich.Of(c, bueroId, teamId), c, von, bis), w => new Wechselzahl(w.FallId, w.Nummer, w.Anzahl), cancellation);

    public async Task<Erreichungsgrad> ErreichungsgradAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default) =>
        (await ListAsync(c => KennzahlenAbfrage.Erreichungsgrad(Fallbereich.Of(c, bueroId, teamId), von, bis), z => z.ToErreichungsgrad(), cancellation))
            .SingleOrDefault() ?? new(0, 0, 0, 0, 0);

    public async Task<IReadOnlyList<Angebotsluecke>> AngebotslueckenAsync(
        string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default) =>
        Lueckenzaehlung.Sum(await ListAsync(c => KennzahlenAbfrage.Eintraege(Fallbereich.Of(c, bueroId, teamId), c, Lueckenzaehlung.Arten), e => e, cancellation), von, bis);

    public Task<IReadOnlyList<UngesendeteNachricht>> UngesendeteNachrichtenAsync(int max = 200, CancellationToken cancellation = default) =>
        ListAsync(c => BetriebsAbfrage.Ungesendete(c).Take(max), n => n, cancellation);

    public Task<IReadOnlyList<GestoerterProzess>> GestoerteProzesseAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default) =>
        ListAsync(c => BetriebsAbfrage.GestoerteProzesse(c, bueroId, null, null).Take(max), s => s, cancellation);

    public Task<IReadOnlyList<GestoerterProzess>> GestoerteProzesseAsync(Guid fallId, CancellationToken cancellation = default) =>
        ListAsync(c => BetriebsAbfrage.GestoerteProzesse(c, null, fallId.ToString("N"), null), s => s, cancellation);

    public Task<IReadOnlyList<WartenderVersuch>> WartendeVersucheAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default) =>
        ListAsync(c => BetriebsAbfrage.WartendeVersuche(c, bueroId).Take(max), s => s, cancellation);

    public async Task<GestoerterProzess?> FindGestoertenProzessAsync(string instanzId, CancellationToken cancellation = default) =>
        (await ListAsync(c => BetriebsAbfrage.GestoerteProzesse(c, null, null, instanzId), s => s, cancellation)).SingleOrDefault();

    /// <summary>Those with a last day by an index, and only where there are too few of them those without.</summary>
    private Task<IReadOnlyList<Aufgabenzeile>> AufgabenAsync(
        Func<FallWorkflowDbContext, IQueryable<Aufgabe>> aufgaben, DateOnly heute, int max, CancellationToken cancellation) =>
        guard.RunAsync<IReadOnlyList<Aufgabenzeile>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var zeilen = await AufgabenAbfrage.Rows(context, AufgabenAbfrage.MitFrist(aufgaben(context), max)).ToListAsync(cancellation);
            if (zeilen.Count < max)
                zeilen.AddRange(await AufgabenAbfrage.Rows(context, AufgabenAbfrage.OhneFrist(aufgaben(context), max - zeilen.Count)).ToListAsync(cancellation));
            return [.. zeilen.Select(z => AufgabenAbfrage.ToZeile(z, heute))];
        });

    private Task<IReadOnlyList<TZeile>> ListAsync<TRow, TZeile>(
        Func<FallWorkflowDbContext, IQueryable<TRow>> query, Func<TRow, TZeile> select, CancellationToken cancellation) =>
        guard.RunAsync<IReadOnlyList<TZeile>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return [.. (await query(context).ToListAsync(cancellation)).Select(select)];
        });
}
