using System.Text.Json.Nodes;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Faelle;

/// <summary>
/// One transaction's view of one Fall: what a command, a partner message or a timer works on, and what the case
/// activities find as the burst's host. Facts recorded here become stimuli for the engine.
/// </summary>
public sealed class FallScope
{
    private readonly Queue<Stimulus> _stimuli = new();

    private FallScope(IUnitOfWork uow, Fall fall, Buero buero, Fachkonzept konzept, Akteur akteur, DateTimeOffset jetzt)
    {
        Uow = uow;
        Fall = fall;
        Buero = buero;
        Konzept = konzept;
        Akteur = akteur;
        Jetzt = jetzt;
        Kalender = Arbeitskalender.For(buero.Land, buero.LokaleFeiertage);
        Wirkungstag = Heute;
    }

    public IUnitOfWork Uow { get; }

    public Fall Fall { get; }

    public Buero Buero { get; }

    public Fachkonzept Konzept { get; }

    public Arbeitskalender Kalender { get; }

    public Akteur Akteur { get; }

    /// <summary>The burst's one instant (UTC).</summary>
    public DateTimeOffset Jetzt { get; }

    public DateOnly Heute => Ortszeit.DateOf(Jetzt);

    /// <summary>
    /// Whether processes catch up with what happened before the Fall was taken over: nobody is reminded of it, and tasks appear at once.
    /// </summary>
    public bool HoltNach { get; private set; }

    /// <summary>The day on which a change of phase by a process takes effect: today, or the day that is caught up with.</summary>
    public DateOnly Wirkungstag { get; private set; }

    /// <summary>What caused this transaction, as people read it where dates move because of it.</summary>
    public string Anlass { get; private set; } = "";

    /// <summary>Always computed from the present state: facts recorded a moment ago count.</summary>
    public Fristenplan Fristen => new(Fall, Konzept, Kalender);

    public static async Task<FallScope> LoadAsync(IUnitOfWork uow, Fall fall, Akteur akteur, DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var buero = await uow.BueroAsync(fall.BueroId, cancellation);
        var konzept = await uow.FachkonzeptAsync(fall.BueroId, Ortszeit.DateOf(jetzt), cancellation);
        return new(uow, fall, buero, konzept, akteur, jetzt);
    }

    /// <summary>Records a fact with what follows from it, completes the tasks it answers, and queues the stimuli.</summary>
    public async ValueTask<IReadOnlyList<Eintrag>> RecordAsync(
        Tatsache tatsache, DateOnly wirksamAm, string? begruendung = null, bool bestaetigt = false, Guid? berichtigt = null, Guid? id = null)
    {
        var erfassung = new Erfassung(wirksamAm, Heute, Jetzt, Akteur.Id, begruendung, bestaetigt, Kalender.IsWerktag(wirksamAm), id);
        var erfuellt = tatsache.AnswersTasks(Fall, wirksamAm);
        var eintraege = Fall.Record(tatsache, erfassung, berichtigt).ToList();
        if (Anlass.Length == 0)
            Anlass = AnlassOf(tatsache, begruendung);

        if (tatsache is (Uebergeben or ZugangGeprueft) && Fall.Status == Fallstatus.Angefragt)
        {
            var ergebnis = Zugangskriterien.Evaluate(Fall.Handlungsbedarfe, Fall.FortschrittErwartet, Fall.Zielgruppe, Konzept);
            eintraege.AddRange(Fall.Record(
                new ZugangBewertet(ergebnis.Erfuellt, ergebnis.Regel, ergebnis.KonzeptVersion), erfassung with { Begruendung = null, Id = null }));
        }

        WartetAufFreigabe |= tatsache is AbweichungBeantragt;
        if (tatsache is AuskunftErteilt auskunft)
            Log(Lesezugriff.Ausgehaendigt, Texte.Of("Zweck.Auskunft", Domain.Begriffe.Of(auskunft.Form), auskunft.An), Lesezugriff.Auskunftsrecht);

        // What follows from a fact reaches the processes before the fact itself: partners are told of a withdrawal
        // before the end of the Fall ends the processes that would tell them.
        foreach (var eintrag in eintraege.Skip(1).Append(eintraege[0]))
        {
            var art = TatsachenKatalog.ArtOf(eintrag.Tatsache).Name;
            if (eintrag.Berichtigt is not null)
            {
                Show(Verlaufsarten.Berichtigung, Texte.Of("Berichtigung", Texte.Of($"Tatsache.{art}")), begruendung, eintrag.Id.ToString());
                continue;
            }

            Show(eintrag);

            // A record of something older than what is known already changes no date, so it answers nothing.
            if (!erfuellt && eintrag == eintraege[0])
                continue;
            await CompleteAufgabenAsync(art, eintrag.Tatsache.Bezug);
            _stimuli.Enqueue(new(art, Fall.Korrelation, eintrag.Tatsache.Bezug, PayloadOf(eintrag)));
        }

        return eintraege;
    }

    /// <summary>From here on processes catch up with the past of a Fall that is taken over.</summary>
    public void CatchUp(DateOnly wirkungstag)
    {
        HoltNach = true;
        Wirkungstag = wirkungstag;
    }

    /// <summary>
    /// Lets an entry stand for a fact that lies behind the Fall without its content being known: it answers that fact's tasks, and
    /// the processes go on as if it had been recorded.
    /// </summary>
    /// <param name="art">Wire name of the fact.</param>
    public async ValueTask StandForAsync(string art, Eintrag eintrag)
    {
        await CompleteAufgabenAsync(art, null);
        _stimuli.Enqueue(new(art, Fall.Korrelation, null, PayloadOf(eintrag)));
    }

    /// <summary>Names the cause of a transaction that records no fact.</summary>
    public void Explain(string anlass) => Anlass = anlass;

    /// <summary>Whether this transaction adds reminders, so that the jobs are woken after its commit.</summary>
    public bool Reminds { get; private set; }

    public void Remind(Erinnerung erinnerung)
    {
        Uow.Add(erinnerung);
        Reminds = true;
    }

    /// <summary>Something leaves the house with this transaction, so that it cannot be taken back.</summary>
    public bool HatGesendet { get; private set; }

    public void Send(Nachrichten.Nachricht nachricht)
    {
        Uow.Add(nachricht);
        HatGesendet = true;
    }

    /// <summary>What was to be recorded waits for the approval of a second person (R86).</summary>
    public bool WartetAufFreigabe { get; private set; }

    /// <summary>The deletion that this transaction orders; carried out after its commit.</summary>
    public Loeschung? Loeschung { get; private set; }

    /// <param name="frist">The period that had ended, as text.</param>
    public void Delete(string? frist)
    {
        Loeschung = new()
        {
            Id = Guid.CreateVersion7(Jetzt),
            Akte = Fall.Id,
            BueroId = Fall.BueroId,
            Ausgang = Fall.Status.ToString(),
            FristAb = Fall.AufbewahrungAb,
            Frist = frist,
            BestaetigtVonRolle = Akteur.Rolle,
            BestaetigtAm = Jetzt,
        };
        Uow.Add(Loeschung);
    }

    /// <summary>Writes the access log within this transaction: that data leaves stands in it if and only if they do (R88).</summary>
    public void Log(string art, string zweck, string grundlage) => Uow.Add(new Zugriffsereignis
    {
        Id = Guid.CreateVersion7(Jetzt),
        At = Jetzt,
        AkteurId = Akteur.Id,
        FallId = Fall.Id,
        Art = art,
        Zweck = zweck,
        Grundlage = grundlage,
    });

    public void Enqueue(Stimulus stimulus) => _stimuli.Enqueue(stimulus);

    public bool TryDequeue(out Stimulus stimulus) => _stimuli.TryDequeue(out stimulus!);

    public void Show(string art, string titel, string? detail = null, string? bezug = null, DateOnly? datum = null) =>
        Uow.Add(new Verlaufsereignis
        {
            Id = Guid.CreateVersion7(Jetzt),
            FallId = Fall.Id,
            Datum = datum ?? Heute,
            At = Jetzt,
            Art = art,
            Titel = titel,
            Detail = detail,
            Bezug = bezug,
        });

    public void Close(Aufgabe aufgabe, Aufgabenstatus status, string? ergebnis, string? begruendung = null)
    {
        aufgabe.Status = status;
        aufgabe.BeendetAm = Jetzt;
        aufgabe.BeendetVon = Akteur.Id;
        aufgabe.Ergebnis = ergebnis;
        aufgabe.Begruendung = begruendung;
        Show(
            status == Aufgabenstatus.Erledigt ? Verlaufsarten.AufgabeErledigt : Verlaufsarten.AufgabeEntfallen,
            aufgabe.Titel, begruendung, aufgabe.Id.ToString());
    }

    private async ValueTask CompleteAufgabenAsync(string art, string? bezug)
    {
        foreach (var aufgabe in await Uow.OffeneAufgabenAsync(Fall.Id))
        {
            if (aufgabe.ErledigtDurch.Contains(art) && (aufgabe.Bezug is null || aufgabe.Bezug == bezug))
                Close(aufgabe, Aufgabenstatus.Erledigt, art);
        }
    }

    private void Show(Eintrag eintrag)
    {
        var (art, titel, detail) = eintrag.Tatsache switch
        {
            FallAufgenommen => (Verlaufsarten.FallAufgenommen, Texte.Of("FallAufgenommen", Fall.Zugang?.Regel), null),
            NichtAufgenommen t => (Verlaufsarten.NichtAufgenommen, Texte.Of("NichtAufgenommen"), t.WieGehtEsWeiter),
            FallAbgeschlossen => (Verlaufsarten.FallAbgeschlossen, Texte.Of("FallAbgeschlossen"), null),
            FallBeendet t => (Verlaufsarten.FallBeendet, Texte.Of("FallBeendet", Domain.Begriffe.Of(t.Grund)), t.Begruendung),
            FallWiederAufgenommen t => (Verlaufsarten.FallWiederAufgenommen, Texte.Of("FallWiederAufgenommen"), t.Anlass),
            NachbetreuungBeendet => (Verlaufsarten.NachbetreuungBeendet, Texte.Of("NachbetreuungBeendet"), null),
            AufbewahrungBegonnen => (Verlaufsarten.AufbewahrungBegonnen, Texte.Of("AufbewahrungBegonnen"), null),
            PhaseGewechselt t => (Verlaufsarten.PhaseGewechselt, Texte.Of("PhaseGewechselt", Domain.Begriffe.Of(t.Phase)), null),
            _ => ((string?)null, "", (string?)null),
        };
        if (art is not null)
            Show(art, titel, detail, eintrag.Id.ToString(), eintrag.WirksamAm);
    }

    private static JsonObject PayloadOf(Eintrag eintrag)
    {
        var payload = JsonNode.Parse(TatsachenKatalog.Serialize(eintrag.Tatsache))!.AsObject();
        payload["wirksamAm"] = eintrag.WirksamAm.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return payload;
    }

    private static string AnlassOf(Tatsache tatsache, string? begruendung)
    {
        // Facts that change dates carry their reason in a field of one of these names.
        var grund = begruendung
            ?? tatsache.GetType().GetProperties().FirstOrDefault(p => p.Name is "Begruendung" or "Grund" or "Anlass")?.GetValue(tatsache)?.ToString();
        var art = Texte.Of($"Tatsache.{TatsachenKatalog.ArtOf(tatsache).Name}");
        return string.IsNullOrWhiteSpace(grund) ? art : $"{art}: {grund}";
    }
}
