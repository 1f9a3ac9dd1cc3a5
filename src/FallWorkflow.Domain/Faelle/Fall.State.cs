using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>The state that follows from the Akte.</summary>
public sealed partial class Fall
{
    private readonly Dictionary<string, Ziel> _ziele = [];
    private readonly Dictionary<string, Zuweisung> _zuweisungen = [];
    private readonly Dictionary<string, Pause> _pausen = [];
    private readonly Dictionary<string, Strang> _straenge = [];
    private readonly List<(DateOnly Am, string Anlass, IReadOnlyList<Einschaetzung> Werte)> _einschaetzungen = [];

    public Person? Person { get; internal set; }

    public Phase Phase { get; internal set; }

    public Fallstatus Status { get; internal set; }

    public string? FallmanagerId { get; internal set; }

    public string? IntegrationsfachkraftId { get; internal set; }

    public string? Zielgruppe { get; internal set; }

    public IReadOnlyList<Handlungsbedarf> Handlungsbedarfe { get; internal set; } = [];

    public bool FortschrittErwartet { get; internal set; }

    /// <summary>Where the Fall ran before; null if it began here.</summary>
    public Altverfahren? Altverfahren { get; internal set; }

    public DateOnly? UebergebenAm { get; internal set; }

    /// <summary>Whether a conversation was demanded and its note is still missing (R06, R08).</summary>
    public bool RueckspracheOffen { get; internal set; }

    public bool ErstgespraechGefuehrt { get; internal set; }

    /// <summary>Null until asked; false blocks admission but creates no duty (R13).</summary>
    public bool? LebensumstaendeGewuenscht { get; internal set; }

    /// <summary>The client's own decision (R03); null until recorded.</summary>
    public bool? KlientMoechte { get; internal set; }

    /// <summary>Result of the access check, with the rule and the version of the concept that was applied (R04, R05).</summary>
    public Zugangsergebnis? Zugang { get; internal set; }

    /// <summary>First admission; never changed by a resumption.</summary>
    public DateOnly? ErstmalsAufgenommenAm { get; internal set; }

    /// <summary>Admission or latest resumption: anchor of the duration limit (R54).</summary>
    public DateOnly? AufgenommenAm { get; internal set; }

    /// <summary>Last contact that was held; not before the admission, once there is one (R48, R50).</summary>
    public DateOnly? LetzterKontaktAm { get; internal set; }

    /// <summary>Individual rhythm in weeks (R49); null takes process, concept or default.</summary>
    public int? RhythmusWochen { get; internal set; }

    /// <summary>Months by which the duration was extended since the last admission (R54).</summary>
    public int VerlaengerungMonate { get; internal set; }

    public DateOnly? AssessmentAbgeschlossenAm { get; internal set; }

    public DateOnly? PlanVereinbartAm { get; internal set; }

    /// <summary>Anchor of the next review: agreed or last reviewed (R42).</summary>
    public DateOnly? PlanStandVom { get; internal set; }

    /// <summary>Individually agreed time until the next review, as text of a Frist (R43).</summary>
    public string? UeberpruefungNach { get; internal set; }

    public IReadOnlyList<Planschritt> Planschritte { get; internal set; } = [];

    public DateOnly? AbgeschlossenAm { get; internal set; }

    /// <summary>Agreed aftercare period as text of a Frist; null takes process, concept or default (R73).</summary>
    public string? NachbetreuungDauer { get; internal set; }

    public DateOnly? BeendetAm { get; internal set; }

    public DateOnly? RueckgabeAm { get; internal set; }

    /// <summary>Anchor of the retention period (R90).</summary>
    public DateOnly? AufbewahrungAb { get; internal set; }

    /// <summary>Retention period set for this Fall, as text of a Frist; null takes the concept, which has no default (R90).</summary>
    public string? AufbewahrungFrist { get; internal set; }

    public IReadOnlyDictionary<string, Ziel> Ziele => _ziele;

    public IReadOnlyDictionary<string, Zuweisung> Zuweisungen => _zuweisungen;

    public IReadOnlyCollection<Pause> Pausen => _pausen.Values;

    /// <summary>What runs beside the phases, open and ended (R44, R62–R67).</summary>
    public IReadOnlyDictionary<string, Strang> Straenge => _straenge;

    /// <summary>Referral to the mandated third party that leads the work with the client; null if the Fallmanager does (R65).</summary>
    public string? BeauftragterDritter => Fallfuehrung is { } id && FindZuweisung(id) is { IstOffen: true } ? id : null;

    /// <summary>Anchor of the third party's reports: mandate or last report (R65).</summary>
    public DateOnly? FallfuehrungStandVom { get; internal set; }

    /// <summary>Agreed distance of the third party's reports as text of a Frist (R65, R86).</summary>
    public string? FallfuehrungBerichtNach { get; internal set; }

    internal string? Fallfuehrung { get; set; }

    /// <summary>Emergencies that are not yet taken care of: id and occasion (R28).</summary>
    public IReadOnlyDictionary<string, string> Notfaelle => OffeneNotfaelle;

    internal Dictionary<string, string> OffeneNotfaelle { get; } = [];

    /// <summary>Ratings on the fixed scales in order of their effective dates (R78).</summary>
    public IReadOnlyList<(DateOnly Am, string Anlass, IReadOnlyList<Einschaetzung> Werte)> Einschaetzungen => _einschaetzungen;

    /// <summary>Days that processes count from; null while the fact has not happened. Names are listed in <see cref="Ankerpunkte"/>.</summary>
    /// <exception cref="ArgumentException">The anchor does not exist.</exception>
    public DateOnly? AnchorOf(string anker, string? bezug = null) => anker switch
    {
        Ankerpunkte.Uebergabe => UebergebenAm,
        Ankerpunkte.Vorkontakt => VorkontaktStandVom,
        Ankerpunkte.UebergabeAngenommen => UebergabeAngenommenAm,
        Ankerpunkte.Rueckgabe => RueckgabeAm,
        Ankerpunkte.Aufnahme => AufgenommenAm,
        Ankerpunkte.LetzterKontakt => LetzterKontaktAm,
        Ankerpunkte.PlanStand => PlanStandVom,
        Ankerpunkte.Abschluss => AbgeschlossenAm,
        Ankerpunkte.Zuweisung => bezug is not null && _zuweisungen.TryGetValue(bezug, out var z) ? z.GesendetAm : null,
        Ankerpunkte.ZuweisungBeendet => bezug is not null && _zuweisungen.TryGetValue(bezug, out var z) ? z.BeendetAm : null,
        Ankerpunkte.Aufbewahrung => AufbewahrungAb,
        Ankerpunkte.MonitoringKlient => FindZuweisung(bezug)?.KlientBefragtAm,
        Ankerpunkte.MonitoringTraeger => FindZuweisung(bezug)?.TraegerBefragtAm,
        Ankerpunkte.Fallfuehrung => FallfuehrungStandVom,
        Ankerpunkte.Strang => FindStrang(bezug)?.StandVom,
        Ankerpunkte.Termin => FindStrang(bezug)?.Termin,
        _ => throw new ArgumentException($"Unknown anchor '{anker}'.", nameof(anker)),
    };

    public DateOnly? UebergabeAngenommenAm { get; internal set; }

    internal void Add(Ziel ziel) => _ziele[ziel.Id] = ziel;

    internal void Add(Zuweisung zuweisung) => _zuweisungen[zuweisung.Id] = zuweisung;

    internal void Add(Pause pause) => _pausen[pause.Id] = pause;

    internal void Add(Strang strang) => _straenge[strang.Id] = strang;

    internal void EndStrang(string id, DateOnly am)
    {
        if (FindStrang(id) is { IstOffen: true } strang)
            strang.BeendetAm = am;
    }

    /// <summary>With the Fall ends what runs beside it; a missing offer stays missing (R44).</summary>
    internal void EndStraenge(DateOnly am)
    {
        foreach (var strang in _straenge.Values.Where(s => s.IstOffen && s.Art != Strangart.Angebotsluecke))
            strang.BeendetAm = am;
        Fallfuehrung = null;
    }

    internal Strang? FindStrang(string? id) => id is null ? null : _straenge.GetValueOrDefault(id);

    internal Ziel? FindZiel(string? id) => id is null ? null : _ziele.GetValueOrDefault(id);

    internal Zuweisung? FindZuweisung(string? id) => id is null ? null : _zuweisungen.GetValueOrDefault(id);

    internal Pause? FindPause(string? id) => id is null ? null : _pausen.GetValueOrDefault(id);

    internal void AddEinschaetzung(DateOnly am, string anlass, IReadOnlyList<Einschaetzung> werte)
    {
        if (werte.Count > 0)
            _einschaetzungen.Add((am, anlass, werte));
    }

    private void ResetState()
    {
        _ziele.Clear();
        _zuweisungen.Clear();
        _pausen.Clear();
        _straenge.Clear();
        Fallfuehrung = FallfuehrungBerichtNach = null;
        FallfuehrungStandVom = null;
        OffeneNotfaelle.Clear();
        _einschaetzungen.Clear();
        Person = null;
        Phase = Phase.Uebergabe;
        Status = Fallstatus.Angefragt;
        FallmanagerId = IntegrationsfachkraftId = Zielgruppe = UeberpruefungNach = NachbetreuungDauer = AufbewahrungFrist = null;
        Handlungsbedarfe = [];
        Planschritte = [];
        FortschrittErwartet = RueckspracheOffen = ErstgespraechGefuehrt = false;
        LebensumstaendeGewuenscht = KlientMoechte = null;
        Zugang = null;
        Altverfahren = null;
        UebergebenAm = UebergabeAngenommenAm = ErstmalsAufgenommenAm = AufgenommenAm = LetzterKontaktAm = null;
        AssessmentAbgeschlossenAm = PlanVereinbartAm = PlanStandVom = AbgeschlossenAm = BeendetAm = RueckgabeAm = AufbewahrungAb = null;
        RhythmusWochen = null;
        VerlaengerungMonate = 0;
        OffeneAntraege.Clear();
        ResetBeratung();
        _daneben.Clear();
        ResetVerstehen();
        ResetTermine();
    }
}
