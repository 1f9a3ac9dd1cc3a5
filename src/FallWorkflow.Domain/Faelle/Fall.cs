using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Faelle;

/// <summary>
/// A Fall is what its Akte says: its state is the fold over the entries. Recording a fact checks the input, then the
/// rules, appends the entry and applies it. Nothing else changes a Fall.
/// </summary>
public sealed partial class Fall
{
    private readonly List<Eintrag> _akte = [];
    private readonly List<Eintrag> _neu = [];

    private Fall(Guid id, string nummer, string bueroId)
    {
        Id = id;
        Nummer = nummer;
        BueroId = bueroId;
    }

    public Guid Id { get; }

    /// <summary>Number that people use, for example <c>FM-2027-00012</c>.</summary>
    public string Nummer { get; }

    public string BueroId { get; }

    /// <summary>All entries in order of recording, superseded ones included.</summary>
    public IReadOnlyList<Eintrag> Akte => _akte;

    /// <summary>Entries recorded since the Fall was loaded; the store appends them.</summary>
    public IReadOnlyList<Eintrag> NeueEintraege => _neu;

    /// <summary>Concurrency token of the stored Fall, see the store.</summary>
    public long Version { get; set; }

    /// <summary>Correlation id of everything that belongs to this Fall in the engine.</summary>
    public string Korrelation => Id.ToString("N");

    public static Fall Open(Guid id, string nummer, string bueroId) => new(id, nummer, bueroId);

    public static Fall Load(Guid id, string nummer, string bueroId, IEnumerable<Eintrag> eintraege, long version)
    {
        var fall = new Fall(id, nummer, bueroId) { Version = version };
        fall._akte.AddRange(eintraege.OrderBy(e => e.Nr));
        fall.Rebuild();
        return fall;
    }

    /// <summary>Records a fact and what follows from it by itself; returns the new entries in order.</summary>
    /// <exception cref="InvalidInputException">Fields are missing or wrong.</exception>
    /// <exception cref="RuleBrokenException">A rule does not allow it in this state.</exception>
    public IReadOnlyList<Eintrag> Record(Tatsache tatsache, Erfassung erfassung, Guid? berichtigt = null)
    {
        var fehler = tatsache.Validate().Concat(Grundregeln.Validate(this, tatsache, erfassung, berichtigt)).ToList();
        if (fehler.Count > 0)
            throw new InvalidInputException(fehler);

        if (berichtigt is { } alt)
            return [Supersede(alt, tatsache, erfassung)];

        foreach (var regel in tatsache.Regeln(this, erfassung))
        {
            if (regel.IsBroken && !(regel.AbweichungMoeglich && !string.IsNullOrWhiteSpace(erfassung.Begruendung)))
                throw new RuleBrokenException(regel);
        }

        var folgen = tatsache.Folgen(this).Select(folge => (Folge: folge, Begruendung: tatsache.BegruendungOf(this, folge))).ToList();
        var eintraege = new List<Eintrag> { Append(tatsache, erfassung, null) };
        foreach (var (folge, begruendung) in folgen)
            eintraege.Add(Append(folge, erfassung with { Begruendung = begruendung, Id = null }, null));
        return eintraege;
    }

    /// <summary>Called by the store after the commit.</summary>
    public void AcceptChanges() => _neu.Clear();

    private Eintrag Supersede(Guid alt, Tatsache tatsache, Erfassung erfassung)
    {
        var eintrag = Append(tatsache, erfassung, alt);
        Rebuild();
        return eintrag;
    }

    private Eintrag Append(Tatsache tatsache, Erfassung erfassung, Guid? berichtigt)
    {
        // Version 7 ids sort by time, so the table of entries grows at its end.
        var eintrag = new Eintrag(
            erfassung.Id ?? Guid.CreateVersion7(erfassung.Jetzt), _akte.Count + 1, erfassung.WirksamAm, erfassung.Jetzt, erfassung.Von,
            tatsache, berichtigt, erfassung.Begruendung);
        _akte.Add(eintrag);
        _neu.Add(eintrag);
        if (berichtigt is null)
            tatsache.ApplyTo(this, eintrag);
        return eintrag;
    }

    /// <summary>Folds the Akte anew: an entry that was superseded counts with its latest correction, at its old place.</summary>
    private void Rebuild()
    {
        ResetState();
        foreach (var eintrag in Gueltige)
            eintrag.Tatsache.ApplyTo(this, eintrag);
    }

    /// <summary>The entries that count: each with its latest correction, at its old place and under its first author.</summary>
    public IEnumerable<Eintrag> Gueltige
    {
        get
        {
            var nachfolger = _akte.Where(e => e.Berichtigt is not null).ToLookup(e => e.Berichtigt!.Value);
            foreach (var eintrag in _akte.Where(e => e.Berichtigt is null))
            {
                var gueltig = eintrag;
                while (nachfolger[gueltig.Id].LastOrDefault() is { } neuer)
                    gueltig = neuer;

                // Whoever corrects a clerical mistake does not become the author of what happened.
                yield return gueltig with { ErfasstVon = eintrag.ErfasstVon };
            }
        }
    }

    /// <summary>Whether the entry was superseded by a correction.</summary>
    public bool IsSuperseded(Eintrag eintrag) => _akte.Any(e => e.Berichtigt == eintrag.Id);
}
