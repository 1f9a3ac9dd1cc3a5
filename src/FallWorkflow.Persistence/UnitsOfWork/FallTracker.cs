using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>The Fälle that a unit of work has loaded or opened, with their rows.</summary>
internal sealed class FallTracker(RowSession rows)
{
    private readonly Dictionary<Guid, (Fall Fall, FallRow Row)> _faelle = [];

    public async ValueTask<Fall?> FindAsync(Guid fallId, CancellationToken cancellation)
    {
        if (_faelle.TryGetValue(fallId, out var tracked))
            return tracked.Fall;

        // The header first: if somebody commits between the two reads, its old version makes our commit fail.
        if (await rows.FindAsync<FallRow>(fallId, cancellation) is not { } row)
            return null;
        var akte = rows.Model.Query<EintragRow>([(nameof(EintragRow.FallId), "=")], nameof(EintragRow.Nr));
        var eintraege = await rows.ReadAsync(akte, [fallId], cancellation);
        await rows.LoadAsync(rows.Model.Query<ZuweisungRow>(nameof(ZuweisungRow.FallId)), [fallId], cancellation);
        var fall = Fall.Load(row.Id, row.Nummer, row.BueroId, eintraege.Select(e => AkteMapping.ToEintrag(e.Entity)), row.Version);
        // Most Fälle have none, and reading one is asked for with every command.
        if (fall.Termine.Count > 0)
            await rows.LoadAsync(rows.Model.Query<TerminRow>(nameof(TerminRow.FallId)), [fallId], cancellation);
        _faelle.Add(fallId, (fall, row));
        return fall;
    }

    public void Add(Fall fall)
    {
        var row = AkteMapping.NewHeader(fall);
        rows.Add(row);
        _faelle.Add(fall.Id, (fall, row));
    }

    public long TaktOf(Fall fall) => _faelle.TryGetValue(fall.Id, out var tracked) ? tracked.Row.Takt : 0;

    public Guid? FindByZuweisung(string zuweisungId) =>
        _faelle.Values.Where(f => f.Fall.Zuweisungen.ContainsKey(zuweisungId)).Select(f => (Guid?)f.Fall.Id).FirstOrDefault();

    /// <summary>Appends new entries, derives header, referrals and appointments anew, and lets every Fall that is touched take part in its version.</summary>
    public async ValueTask<IReadOnlyList<(Fall Fall, FallRow Row)>> WriteChangesAsync(CancellationToken cancellation)
    {
        foreach (var (fall, row) in _faelle.Values.Where(f => f.Fall.NeueEintraege.Count > 0 || rows.EntryOf(f.Row).IsNew))
        {
            foreach (var eintrag in fall.NeueEintraege)
                rows.Add(AkteMapping.ToRow(fall, eintrag));
            WriteSuchwoerter(fall, row);
            AkteMapping.WriteHeader(fall, row);
            row.Version++;
            WriteZuweisungen(fall);
            WriteTermine(fall);
        }

        if (_faelle.Count == 0)
            return [];
        await WriteFaelligkeitAsync(cancellation);
        var touched = rows.Entries.Where(e => e.IsNew || e.IsRemoved || e.Changed() != 0).Select(e => FallOf(e.Entity)).ToHashSet();
        var written = _faelle.Values.Where(f => touched.Contains(f.Fall.Korrelation)).ToList();
        foreach (var (_, row) in written)
            row.Takt++;
        return written;
    }

    /// <summary>Adds and removes what differs from the words that the row as it was stands for; there is no need to read them.</summary>
    private void WriteSuchwoerter(Fall fall, FallRow row)
    {
        var neu = rows.EntryOf(row).IsNew;
        if (neu)
            (row.Listenstand, row.NaechsteFaelligkeit) = (Listenwerte.Stand, Listenwerte.OhneFaelligkeit);
        else if (row.Listenstand != Listenwerte.Stand)
            return; // Its words are made anew as a whole, and that sees this commit by its Takt.
        var bisherige = neu ? [] : Suchwoerter.Of(row.Nummer, row.PersonName);
        var jetzige = Suchwoerter.Of(fall.Nummer, fall.Person?.Name);
        foreach (var wort in jetzige.Except(bisherige))
            rows.Add(new SuchwortRow { FallId = fall.Id, Wort = wort });
        foreach (var wort in bisherige.Except(jetzige))
            rows.Remove(new SuchwortRow { FallId = fall.Id, Wort = wort });
    }

    /// <summary>Keeps the header's earliest last day, where tasks came, went or moved.</summary>
    private async ValueTask WriteFaelligkeitAsync(CancellationToken cancellation)
    {
        var betroffen = rows.Entries.Where(e => e.Entity is Aufgabe && (e.IsNew || e.IsRemoved || e.Changed() != 0)).Select(e => ((Aufgabe)e.Entity).FallId).ToHashSet();
        foreach (var (fall, row) in _faelle.Values.Where(f => betroffen.Contains(f.Fall.Id) && f.Row.Listenstand == Listenwerte.Stand))
        {
            var offene = rows.EntryOf(row).IsNew
                ? rows.Present<Aufgabe>().Where(a => a.FallId == fall.Id)
                : await OffeneAufgabenAsync(fall.Id, cancellation);
            row.NaechsteFaelligkeit = Listenwerte.FaelligkeitOf(offene);
        }
    }

    public ValueTask<IReadOnlyList<Aufgabe>> OffeneAufgabenAsync(Guid fallId, CancellationToken cancellation) => rows.ListAsync(
        rows.Model.Query<Aufgabe>(nameof(Aufgabe.FallId), nameof(Aufgabe.Status)), [fallId, Aufgabenstatus.Offen],
        a => a.FallId == fallId && a.Status == Aufgabenstatus.Offen, a => a.ErstelltAm, cancellation);

    private void WriteZuweisungen(Fall fall)
    {
        var bisherige = rows.Present<ZuweisungRow>().Where(z => z.FallId == fall.Id).ToDictionary(z => z.ZuweisungId);
        foreach (var zuweisung in fall.Zuweisungen.Values)
        {
            if (!bisherige.Remove(zuweisung.Id, out var row))
                rows.Add(row = AkteMapping.NewZuweisung(fall, zuweisung));
            AkteMapping.WriteZuweisung(zuweisung, row);
        }

        // A correction may have taken a referral back; the Akte keeps both entries.
        foreach (var row in bisherige.Values)
            rows.Remove(row);
    }

    private void WriteTermine(Fall fall)
    {
        var bisherige = rows.Present<TerminRow>().Where(t => t.FallId == fall.Id).ToDictionary(t => t.TerminId);
        foreach (var termin in fall.Termine.Values)
        {
            if (!bisherige.Remove(termin.Id, out var row))
                rows.Add(row = TerminMapping.NewTermin(fall, termin));
            TerminMapping.WriteTermin(fall, termin, row);
        }
    }

    /// <summary>Correlation of the Fall that a row belongs to; null if it belongs to none.</summary>
    private static string? FallOf(object entity) => entity switch
    {
        FallRow r => r.Korrelation,
        EintragRow r => r.FallId.ToString("N"),
        SuchwortRow r => r.FallId.ToString("N"),
        Aufgabe r => r.FallId.ToString("N"),
        Nachricht r => r.FallId.ToString("N"),
        Erinnerung r => r.FallId?.ToString("N"),
        Verlaufsereignis r => r.FallId.ToString("N"),
        Dokumentinhalt r => r.FallId.ToString("N"),
        WorkflowInstance r => r.CorrelationId,
        Bookmark r => r.CorrelationId,
        WorkflowTimer r => r.CorrelationId,
        _ => null,
    };
}
