using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>What is understood of the person's situation, and with whom.</summary>
public sealed partial class Fall
{
    private readonly SortedDictionary<Lebensbereich, (DateOnly Am, Bereichsbild Bild)> _bilder = [];
    private readonly Dictionary<string, Haushaltsmitglied> _haushalt = [];
    private readonly List<Sichtweise> _sichtweisen = [];
    private readonly List<Assistenz> _assistenzen = [];
    private readonly List<Vorkontakt> _vorkontakte = [];

    /// <summary>Contacts outside the Jobcenter before the admission (R17).</summary>
    public IReadOnlyList<Vorkontakt> Vorkontakte => _vorkontakte;

    /// <summary>Day of the latest of them; null if there was none.</summary>
    public DateOnly? VorkontaktStandVom => _vorkontakte.Count == 0 ? null : _vorkontakte.Max(v => v.Am);

    /// <summary>The first picture of problems and resources; kept when later ones replace it (R15).</summary>
    public (DateOnly Am, string Bild)? Erstbild { get; internal set; }

    /// <summary>The latest picture of each life area, from finished and partial assessments alike (R18, R21).</summary>
    public IReadOnlyDictionary<Lebensbereich, (DateOnly Am, Bereichsbild Bild)> Bereichsbilder => _bilder;

    /// <summary>Help that exists already, as the latest assessment that speaks of it lists it (R20).</summary>
    public IReadOnlyList<Hilfe> Hilfen { get; internal set; } = [];

    /// <summary>What the latest assessment that speaks of services says about them (R22).</summary>
    public IReadOnlyList<Leistungsbild> Leistungsbilder { get; internal set; } = [];

    /// <summary>Null until parents were asked, or the person was found to have no children (R47).</summary>
    public Bildungsteilhabe? BildungUndTeilhabe { get; internal set; }

    /// <summary>Members of the Bedarfsgemeinschaft who are or were included (R27).</summary>
    public IReadOnlyCollection<Haushaltsmitglied> Haushalt => _haushalt.Values;

    /// <summary>All views in the order in which they were recorded; none replaces another (R36).</summary>
    public IReadOnlyList<Sichtweise> Sichtweisen => _sichtweisen;

    public IReadOnlyList<Assistenz> Assistenzen => _assistenzen;

    /// <summary>How often another Fallmanager took over (R55).</summary>
    public int FallmanagerWechsel { get; internal set; }

    internal Haushaltsmitglied? FindMitglied(string? id) => id is null ? null : _haushalt.GetValueOrDefault(id);

    internal void Add(Haushaltsmitglied mitglied) => _haushalt[mitglied.Id] = mitglied;

    internal void Add(Sichtweise sichtweise) => _sichtweisen.Add(sichtweise);

    internal void Add(Assistenz assistenz) => _assistenzen.Add(assistenz);

    internal void Add(Vorkontakt vorkontakt) => _vorkontakte.Add(vorkontakt);

    internal void Understand(Eintrag eintrag, IReadOnlyList<Bereichsbild> bereiche, IReadOnlyList<Hilfe>? hilfen, IReadOnlyList<Leistungsbild>? leistungen)
    {
        foreach (var bild in bereiche)
        {
            if (!_bilder.TryGetValue(bild.Bereich, out var bisher) || bisher.Am <= eintrag.WirksamAm)
                _bilder[bild.Bereich] = (eintrag.WirksamAm, bild);
        }

        Hilfen = hilfen ?? Hilfen;
        Leistungsbilder = leistungen ?? Leistungsbilder;
    }

    private void ResetVerstehen()
    {
        _bilder.Clear();
        _haushalt.Clear();
        _sichtweisen.Clear();
        _assistenzen.Clear();
        _vorkontakte.Clear();
        _besprochen.Clear();
        _dokumente.Clear();
        Erstbild = null;
        Hilfen = [];
        Leistungsbilder = [];
        BildungUndTeilhabe = null;
        FallmanagerWechsel = 0;
    }
}
