using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>The help around an office as its entries say it: the fold over them (R68–R71).</summary>
public sealed class Netzwerk
{
    private readonly List<Netzwerkeintrag> _eintraege = [];
    private readonly Dictionary<string, Angebot> _angebote = [];
    private readonly Dictionary<string, Vereinbarung> _vereinbarungen = [];
    private readonly Dictionary<string, Bewertung> _bewertungen = [];
    private readonly List<Netzwerkkonferenz> _konferenzen = [];

    private Netzwerk(string bueroId) => BueroId = bueroId;

    public string BueroId { get; }

    public IReadOnlyList<Netzwerkeintrag> Eintraege => _eintraege;

    public IReadOnlyDictionary<string, Angebot> Angebote => _angebote;

    public IReadOnlyDictionary<string, Vereinbarung> Vereinbarungen => _vereinbarungen;

    public IReadOnlyDictionary<string, Bewertung> Bewertungen => _bewertungen;

    /// <summary>In the order in which they were held.</summary>
    public IReadOnlyList<Netzwerkkonferenz> Konferenzen => _konferenzen;

    public static Netzwerk Load(string bueroId, IEnumerable<Netzwerkeintrag> eintraege)
    {
        var netzwerk = new Netzwerk(bueroId);
        foreach (var eintrag in eintraege.OrderBy(e => e.Nr))
            netzwerk.Append(eintrag);
        return netzwerk;
    }

    /// <summary>Checks and adds a fact; returns the new entry, which the store appends.</summary>
    /// <param name="heute">Today at the office; nothing concerns a later day.</param>
    /// <exception cref="InvalidInputException">Fields are missing or wrong.</exception>
    /// <exception cref="RuleBrokenException">A rule does not allow it in this state.</exception>
    public Netzwerkeintrag Record(Netzwerktatsache tatsache, DateOnly wirksamAm, DateOnly heute, DateTimeOffset jetzt, string von)
    {
        var fehler = tatsache.Validate()
            .Concat(new Akte.Pruefung().Datum("wirksamAm", wirksamAm).When(wirksamAm > heute, "wirksamAm", "DatumInDerZukunft").Fehler).ToList();
        if (fehler.Count > 0)
            throw new InvalidInputException(fehler);
        if (tatsache.Regeln(this).FirstOrDefault(r => r.IsBroken) is { } regel)
            throw new RuleBrokenException(regel);
        var eintrag = new Netzwerkeintrag(Guid.CreateVersion7(jetzt), _eintraege.Count + 1, wirksamAm, jetzt, von, tatsache);
        Append(eintrag);
        return eintrag;
    }

    internal void Add(Angebot angebot) => _angebote[angebot.Id] = angebot;

    internal void Add(Vereinbarung vereinbarung) => _vereinbarungen[vereinbarung.Id] = vereinbarung;

    internal void Add(Bewertung bewertung) => _bewertungen[bewertung.Id] = bewertung;

    internal void Add(Netzwerkkonferenz konferenz) => _konferenzen.Add(konferenz);

    internal bool Knows(string id) =>
        _angebote.ContainsKey(id) || _vereinbarungen.ContainsKey(id) || _bewertungen.ContainsKey(id) || _konferenzen.Exists(k => k.Id == id);

    private void Append(Netzwerkeintrag eintrag)
    {
        _eintraege.Add(eintrag);
        eintrag.Tatsache.ApplyTo(this, eintrag);
    }
}
