using System.Text.Json.Nodes;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// Runs one Fall through virtual time: the same definitions, activities and rules as in service, on stores in memory, with
/// scripted actors who record facts and answer tasks. Messages are captured, never sent.
/// </summary>
public sealed class Fallsimulation
{
    /// <summary>A process that makes more work than this on one day runs in a circle.</summary>
    private const int HoechstensAmTag = 200;

    private readonly VirtuelleUhr _uhr;
    private readonly FallService _faelle;
    private readonly Besetzung _besetzung;
    private readonly Szenario _szenario;
    private readonly Arbeitskalender _kalender;
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Rang, int Nr)> _vorhaben = new();
    private readonly HashSet<Guid> _gesehen = [];
    private readonly List<Simulationsereignis> _abgelehnt = [];
    private int _nr;
    private readonly Verhaltensplan _plan;
    private int _nachrichten;
    private Guid _fallId;

    public Fallsimulation(IDefinitionCatalog prozesse, Szenario szenario, InMemoryDatabase db, Besetzung besetzung)
        : this(new Simulationsmaschine(prozesse), szenario, db, besetzung)
    {
    }

    /// <summary>On an engine that has served other simulations before.</summary>
    /// <param name="fallnr">Which of many Fälle with the same scenario; each has chance of its own.</param>
    internal Fallsimulation(Simulationsmaschine maschine, Szenario szenario, InMemoryDatabase db, Besetzung besetzung, int fallnr = 0)
    {
        _szenario = szenario;
        _besetzung = besetzung;
        Db = db;
        _uhr = maschine.Uhr;
        _uhr.Restart(Ortszeit.StartOfDay(szenario.Von));
        _faelle = new(db, maschine.Engine, _uhr, StillesSignal.Instance);
        var buero = db.Bueros[besetzung.BueroId];
        _kalender = Arbeitskalender.For(buero.Land, buero.LokaleFeiertage);
        _plan = new(szenario, new(szenario.Seed, fallnr), _kalender);
        foreach (var (ereignis, am) in _plan.Ereignisse())
            Plan(Ortszeit.At(am, new(11, 0)), 1, () => HappenAsync(ereignis, am));
        foreach (var schritt in szenario.Schritte)
            Plan(Ortszeit.At(schritt.Am, schritt.Um), 1, () => RunAsync(schritt));
        if (szenario.Standard == Szenario.Erledigt && !szenario.Schritte.Any(s => s.Tatsache == "Uebergeben"))
            Plan(Ortszeit.At(szenario.Von, new(9, 0)), 1, () => DoAsync("Uebergeben", Rollen.Integrationsfachkraft, null));
    }

    public InMemoryDatabase Db { get; }

    /// <summary>The Fall; null before the handover, or the contact before it.</summary>
    public Fall? Fall => Db.Faelle.GetValueOrDefault(_fallId);

    /// <summary>The instant that the simulation has reached.</summary>
    internal DateTimeOffset Jetzt => _uhr.GetUtcNow();

    /// <summary>Steps that were refused, as events of the calendar.</summary>
    public IReadOnlyList<Simulationsereignis> Abgelehnt => _abgelehnt;

    /// <summary>Runs everything that happens before the instant.</summary>
    /// <exception cref="ProzessfehlerException">The process runs in a circle.</exception>
    public async Task RunUntilAsync(DateTimeOffset ende, CancellationToken cancellation = default)
    {
        var tag = DateOnly.MinValue;
        var amTag = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var timer = Db.Engine.NextDue(ende);
            var vorhaben = _vorhaben.TryPeek(out _, out var rang) ? rang.At : DateTimeOffset.MaxValue;
            if (timer is null && vorhaben >= ende)
                return;

            if (timer is not null && timer.DueAt < ende && timer.DueAt <= vorhaben)
            {
                _uhr.AdvanceTo(timer.DueAt);
                await _faelle.FireTimerAsync(new ClaimedTimer(timer.Id, timer.CorrelationId!, timer.DueAt, timer.Fence), cancellation);
            }
            else if (vorhaben < ende)
            {
                _uhr.AdvanceTo(vorhaben);
                await _vorhaben.Dequeue()();
            }
            else
            {
                return;
            }

            if (_szenario.Standard == Szenario.Erledigt)
                PlanStandard();
            var heute = Ortszeit.DateOf(_uhr.GetUtcNow());
            (tag, amTag) = heute == tag ? (tag, amTag + 1) : (heute, 0);
            if (amTag > HoechstensAmTag)
                throw new ProzessfehlerException(Texte.Of("SimulationImKreis", heute));
        }
    }

    private void Plan(DateTimeOffset at, int rang, Func<Task> vorhaben) => _vorhaben.Enqueue(vorhaben, (at, rang, ++_nr));

    private async Task RunAsync(Szenarioschritt schritt)
    {
        try
        {
            if (schritt.Fachkonzept is { } fristen)
                await PublishAsync(fristen, schritt.Am, schritt.Begruendung ?? "");
            else if (schritt.Aufgabe is { } art)
                await CompleteAsync(schritt, art);
            else
                await RecordAsync(schritt);
        }
        catch (Exception e) when (schritt.Abgelehnt is not null && e is RuleBrokenException or InvalidInputException)
        {
            var stelle = e is RuleBrokenException regel ? regel.Regel.GetType().Name : ((InvalidInputException)e).Fehler[0].Feld;
            if (schritt.Abgelehnt != stelle)
                throw;
            _abgelehnt.Add(new(schritt.Am, _uhr.GetUtcNow(), Fall?.Nummer ?? "", "EingabeAbgelehnt", Texte.Of("EingabeAbgelehnt", Texte.Of($"Tatsache.{schritt.Tatsache}")), e.Message));
            return;
        }

        if (schritt.Abgelehnt is not null)
            throw new InvalidInputException("schritte", Texte.Of("SzenarioNichtAbgelehnt", schritt.Am, schritt.Tatsache, schritt.Abgelehnt));
    }

    private async Task RecordAsync(Szenarioschritt schritt)
    {
        var art = TatsachenKatalog.Find(schritt.Tatsache ?? "")
            ?? throw new InvalidInputException("schritte", Texte.Of("SzenarioTatsacheUnbekannt", schritt.Am, schritt.Tatsache));
        var daten = schritt.Daten?.ToJsonString() ?? Template(art.Name, schritt.Am, null)?.ToJsonString() ?? "{}";
        var tatsache = TatsachenKatalog.Deserialize(art.Name, daten);

        // A course that is played earlier than it was written is told with the text of that time.
        if (tatsache is ErstgespraechGefuehrt gespraech && Aufklaerungstexte.Any(t => t.Fassung == gespraech.Textfassung && !t.AppliesOn(schritt.Am)))
            tatsache = gespraech with { Textfassung = TextOn(schritt.Am) ?? gespraech.Textfassung };
        await RecordAsync(
            tatsache, schritt.Von ?? art.Rollen[0], schritt.WirksamAm ?? schritt.Am, schritt.Begruendung, schritt.Bestaetigt, EntryOf(schritt)?.Id);
    }

    /// <summary>The entry that a step corrects; null if it corrects none.</summary>
    private Eintrag? EntryOf(Szenarioschritt schritt) => schritt.Berichtigt is not { } alt
        ? null
        : Fall?.Akte.LastOrDefault(e => e.WirksamAm == alt.Vom && TatsachenKatalog.ArtOf(e.Tatsache).Name == alt.Tatsache && !Fall.IsSuperseded(e))
            ?? throw new InvalidInputException("schritte", Texte.Of("SzenarioEintragFehlt", schritt.Am, alt.Tatsache, alt.Vom));

    private async Task RecordAsync(
        Tatsache tatsache, string rolle, DateOnly am, string? begruendung = null, bool bestaetigt = false, Guid? berichtigt = null)
    {
        if (tatsache is VorkontaktGehalten vorkontakt && Fall is null)
        {
            _fallId = (await _faelle.OpenVorkontaktAsync(new(_besetzung.BueroId, vorkontakt, am, WochenendeBestaetigt: bestaetigt), ActorOf(rolle))).FallId;
        }
        else if (tatsache is Uebergeben uebergabe)
        {
            // The number is not known when the scenario is written.
            if (Fall is { VorkontaktStandVom: { } tag } bisher)
                uebergabe = uebergabe with { Vorkontakt = bisher.Nummer, VorkontaktAm = tag };
            _fallId = (await _faelle.OpenAsync(new OpenFall(_besetzung.BueroId, uebergabe, am, WochenendeBestaetigt: bestaetigt), ActorOf(rolle))).FallId;
        }
        else if (rolle == Rollen.Traeger)
        {
            var traeger = Fall!.Zuweisungen.GetValueOrDefault(tatsache.Bezug ?? "")?.TraegerId ?? "unbekannt";
            var id = Kennung.Of("simulation", _fallId.ToString(), (++_nr).ToString(System.Globalization.CultureInfo.InvariantCulture));
            await _faelle.ReceiveAsync(
                new TraegerNachricht(id, traeger, tatsache.Bezug ?? "", tatsache, am), new Akteur($"traeger:{traeger}", traeger, Rollen.Traeger, TraegerId: traeger));
        }
        else
        {
            await _faelle.RecordAsync(new RecordTatsache(_fallId, tatsache, am, begruendung, bestaetigt, berichtigt), ActorOf(rolle));
        }
    }

    private async Task CompleteAsync(Szenarioschritt schritt, string art)
    {
        var aufgabe = OffeneAufgaben().LastOrDefault(a => a.Art == art)
            ?? throw new InvalidInputException("schritte", Texte.Of("SzenarioAufgabeFehlt", schritt.Am, art));
        await _faelle.CompleteAsync(new CompleteAufgabe(aufgabe.Id, schritt.Ergebnis, schritt.Begruendung), ActorOf(aufgabe.Rolle));
    }

    private async Task PublishAsync(Dictionary<string, string> fristen, DateOnly ab, string begruendung)
    {
        Db.Fachkonzepte.Add(new Fachkonzept
        {
            BueroId = _besetzung.BueroId,
            Version = Db.Fachkonzepte.Count + 1,
            GueltigAb = ab,
            Fristen = fristen,
            Begruendung = begruendung,
        });
        if (Fall is not null)
            await _faelle.RecomputeAsync(_fallId, Akteur.System, Texte.Of("FachkonzeptGeaendert", begruendung));
    }

    /// <summary>Tasks are done on the day they appear; partners answer and report as the default course says.</summary>
    private void PlanStandard()
    {
        foreach (var aufgabe in OffeneAufgaben().Where(a => _gesehen.Add(a.Id)).ToList())
        {
            if (Ortszeit.DateOf(_uhr.GetUtcNow()) > _szenario.StandardBis)
                continue;
            var (wann, verspaetet) = _plan.AnswerOf(aufgabe, _uhr.GetUtcNow());
            Plan(wann, 2, () => TryAsync(() => AnswerAsync(aufgabe, verspaetet), aufgabe.Titel));
        }

        for (; _nachrichten < Db.Nachrichten.Count; _nachrichten++)
        {
            var nachricht = Db.Nachrichten[_nachrichten];
            if (nachricht.Art != Contracts.Nachrichtenarten.ZuweisungErteilt)
                continue;
            var bezug = JsonNode.Parse(nachricht.Inhalt)!["zuweisungId"]!.ToString();
            foreach (var (schritt, tag) in _plan.TraegerOf(Ortszeit.DateOf(_uhr.GetUtcNow())))
            {
                if (tag > _szenario.StandardBis)
                    break;
                Plan(Ortszeit.At(tag, new(9, 0)), 2, () => TryAsync(
                    async () =>
                    {
                        var geschrieben = _szenario.Schritte.Any(s => BezugOf(s) == bezug && s.Tatsache != "ZuweisungVereinbart");
                        if (!geschrieben && Fall!.Zuweisungen[bezug].Stand.ToString() == schritt.Wenn)
                            await DoAsync(schritt.Tatsache, Rollen.Traeger, bezug);
                    },
                    schritt.Tatsache));
            }
        }
    }

    /// <summary>Something that happens to the Fall; where it cannot, because the Fall has ended for example, that is noted.</summary>
    private async Task HappenAsync(string tatsache, DateOnly am)
    {
        if (Fall is null)
            Refuse(tatsache, Texte.Of("SimulationNochKeinFall"));
        else
            await TryAsync(() => DoAsync(tatsache, TatsachenKatalog.Find(tatsache)!.Rollen[0], $"simulation-{am:yyyyMMdd}-{tatsache}"), tatsache, immer: true);
    }

    /// <summary>With chance in the course, people try what the rules refuse; that is noted and the Fall goes on.</summary>
    private async Task TryAsync(Func<Task> tun, string was, bool immer = false)
    {
        try
        {
            await tun();
        }
        catch (Exception e) when ((immer || _szenario.Verhalten is not null || _szenario.Ereignisse.Count > 0) && e is RuleBrokenException or InvalidInputException or Ports.NotFoundException)
        {
            Refuse(was, e.Message);
        }
    }

    private void Refuse(string was, string warum)
    {
        var jetzt = _uhr.GetUtcNow();
        var name = TatsachenKatalog.Find(was) is null ? was : Texte.Of($"Tatsache.{was}");
        _abgelehnt.Add(new(Ortszeit.DateOf(jetzt), jetzt, Fall?.Nummer ?? "", "EingabeAbgelehnt", Texte.Of("EingabeAbgelehnt", name), warum));
    }

    private async Task AnswerAsync(Aufgabe aufgabe, bool verspaetet, int versuch = 1)
    {
        var heute = Ortszeit.DateOf(_uhr.GetUtcNow());
        if (aufgabe.Status != Aufgabenstatus.Offen || IsScripted(aufgabe, heute))
            return;
        if (aufgabe.RuhtAm(heute))
        {
            Plan(Ortszeit.At(_kalender.NextWerktagOnOrAfter(aufgabe.RuhtBis!.Value.AddDays(1)), new(10, 0)), 2, () => TryAsync(() => AnswerAsync(aufgabe, verspaetet), aufgabe.Titel));
            return;
        }

        if (verspaetet && aufgabe.FaelligAm >= heute)
        {
            // The Frist has moved since; who is late is late by the new one.
            Plan(_plan.LateOf(aufgabe), 2, () => TryAsync(() => AnswerAsync(aufgabe, verspaetet), aufgabe.Titel));
            return;
        }

        if (Standardverlauf.Current.Choose(aufgabe.ErledigtDurch) is { } tatsache)
        {
            try
            {
                await DoAsync(tatsache, aufgabe.Rolle, aufgabe.Bezug);
            }
            catch (RuleBrokenException) when (versuch < 3)
            {
                // Something else has to be done first, a conversation that was demanded for example.
                Plan(_uhr.GetUtcNow().AddMinutes(30), 2, () => TryAsync(() => AnswerAsync(aufgabe, verspaetet: false, versuch + 1), aufgabe.Titel));
            }
        }
        else if (aufgabe.Ergebnisse.Count > 0)
            await _faelle.CompleteAsync(new CompleteAufgabe(aufgabe.Id, aufgabe.Ergebnisse[0]), ActorOf(aufgabe.Rolle));
    }

    /// <summary>Whether a step that is still to come answers the task in time; then the default keeps out of it.</summary>
    private bool IsScripted(Aufgabe aufgabe, DateOnly heute) => _szenario.Schritte.Any(s =>
        s.Am >= heute && s.Berichtigt is null && !(s.Am > aufgabe.FaelligAm)
        && (s.Aufgabe == aufgabe.Art
            || (s.Tatsache is not null && aufgabe.ErledigtDurch.Contains(s.Tatsache) && (aufgabe.Bezug is null || BezugOf(s) is null || BezugOf(s) == aufgabe.Bezug))));

    private static string? BezugOf(Szenarioschritt schritt) => schritt.Daten?["zuweisungId"]?.ToString();

    private async Task DoAsync(string name, string rolle, string? bezug)
    {
        var heute = Ortszeit.DateOf(_uhr.GetUtcNow());
        foreach (var vorher in Standardverlauf.Current.Tatsachen[name].Vorher ?? [])
        {
            if (!Fall!.Akte.Any(e => TatsachenKatalog.ArtOf(e.Tatsache).Name == vorher))
                await DoAsync(vorher, rolle, bezug);
        }

        var art = TatsachenKatalog.Find(name)!;
        var rolleDarf = art.Rollen.Contains(rolle) ? rolle : art.Rollen[0];
        await RecordAsync(TatsachenKatalog.Deserialize(name, Template(name, heute, bezug)!.ToJsonString()), rolleDarf, heute, bestaetigt: true);
        foreach (var danach in Standardverlauf.Current.Tatsachen[name].Danach ?? [])
        {
            if (!Fall!.Akte.Any(e => TatsachenKatalog.ArtOf(e.Tatsache).Name == danach))
                await DoAsync(danach, rolle, bezug);
        }
    }

    /// <summary>Whoever has the role; as Fallmanager the one who is responsible by now (R55).</summary>
    private Akteur ActorOf(string rolle) => rolle == Rollen.Fallmanager && Fall?.FallmanagerId is { } id
        ? _besetzung.Of(rolle) with { Id = id }
        : _besetzung.Of(rolle);

    private JsonNode? Template(string name, DateOnly heute, string? bezug) =>
        Standardverlauf.Current.Tatsachen.TryGetValue(name, out var vorlage)
            ? Standardverlauf.Fill(vorlage.Daten, heute, bezug, Cast)
            : null;

    /// <summary>Ids of referrals must be unique within a database, and the demo has many Fälle in one.</summary>
    private string? Cast(string name) => name switch
    {
        "neu" => $"standard-{_fallId:N}",
        "textfassung" => TextOn(Ortszeit.DateOf(_uhr.GetUtcNow())),
        _ => _besetzung.IdOf(name),
    };

    private static IReadOnlyList<Aufklaerungstext> Aufklaerungstexte => Fachkonzept.Standard.AufklaerungstexteOrDefault;

    /// <summary>The newest text of the first interview in use on a day (R12).</summary>
    private static string? TextOn(DateOnly am) => Aufklaerungstexte.Where(t => t.AppliesOn(am)).MaxBy(t => t.GueltigAb)?.Fassung;

    private IEnumerable<Aufgabe> OffeneAufgaben() => Db.Aufgaben.Values.Where(a => a.FallId == _fallId && a.Status == Aufgabenstatus.Offen);

    private sealed class StillesSignal : IOutboxSignal
    {
        public static readonly StillesSignal Instance = new();

        public void Ring()
        {
            // Nothing leaves a simulation.
        }
    }
}
