using FallWorkflow.Application.Fristen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>
/// Follows the contacts of a Fall from window to window (R48, R49): each begins with the first interview, the admission or a contact
/// and ends on the day after which the next contact is overdue, by the rhythm agreed by then. While a mandated third party leads
/// the work (R65) none runs; the next one begins when the lead comes back.
/// </summary>
/// <param name="konzeptAm">The office's concept in force on a day.</param>
internal sealed class Kontaktfenster(Statistikbereich bereich, Fall fall, Func<DateOnly, Fachkonzept> konzeptAm, Arbeitskalender kalender)
{
    private readonly IReadOnlyList<Ruhezeit> _pausen = [.. fall.Pausen.Where(p => p.Bis >= p.Von).Select(p => new Ruhezeit(p.Von, p.Bis))];
    private readonly DateOnly? _uebernommenAm = fall.Altverfahren is { } alt ? Ortszeit.DateOf(alt.UebernommenAt) : null;
    private Kontakttreue _treue = Kontakttreue.Keine;
    private DateOnly? _erstgespraech;
    private DateOnly? _beginn;
    private string? _dritter;
    private int? _rhythmus;

    /// <param name="heute">Windows that end today or later are still open.</param>
    public Kontakttreue Count(DateOnly heute)
    {
        foreach (var eintrag in fall.Gueltige.OrderBy(e => e.WirksamAm))
            Follow(eintrag);
        var stand = heute <= bereich.Bis ? heute.AddDays(-1) : bereich.Bis;
        EndWindow(stand.AddDays(1));
        return _treue with
        {
            Faelle = _treue.Eingehalten + _treue.Versaeumt > 0 ? 1 : 0,
            FaelleIndividuell = _treue.EingehaltenIndividuell + _treue.VersaeumtIndividuell > 0 ? 1 : 0,
        };
    }

    private void Follow(Eintrag eintrag)
    {
        switch (eintrag.Tatsache)
        {
            case ErstgespraechGefuehrt:
                _erstgespraech = eintrag.WirksamAm;
                break;
            case FallAufgenommen:
                _beginn = _erstgespraech ?? eintrag.WirksamAm;
                break;
            case FallWiederAufgenommen:
                (_beginn, _rhythmus) = (eintrag.WirksamAm, null);
                break;
            case RhythmusGeaendert r:
                _rhythmus = r.Wochen;
                break;
            case KontaktGehalten when _beginn is not null:
                if (!EndWindow(eintrag.WirksamAm))
                    Add(eintrag.WirksamAm, eingehalten: true);
                _beginn = eintrag.WirksamAm;
                break;
            case FallfuehrungUebertragen f:
                _dritter = f.ZuweisungId;
                Stop(eintrag.WirksamAm);
                break;
            case FallfuehrungZurueckgenommen or ZuweisungBeendet or ZuweisungZurueckgezogen when _dritter is not null && eintrag.Tatsache.Bezug == _dritter:
                (_dritter, _beginn) = (null, eintrag.WirksamAm);
                break;
            case FallAbgeschlossen or FallBeendet:
                Stop(eintrag.WirksamAm);
                _dritter = null;
                break;
        }
    }

    private void Stop(DateOnly tag)
    {
        EndWindow(tag);
        _beginn = null;
    }

    /// <summary>Counts the running window as missed if it ended before the day.</summary>
    private bool EndWindow(DateOnly tag)
    {
        if (_beginn is not { } beginn || LastDay(beginn) is not { } ende || ende >= tag)
            return false;
        Add(ende, eingehalten: false);
        return true;
    }

    private DateOnly? LastDay(DateOnly beginn)
    {
        var konzept = konzeptAm(beginn);
        var spielraum = Find(konzept, Fristparameter.KontaktfensterSpielraum);
        var frist = _rhythmus is { } wochen
            ? new Frist(wochen + (spielraum?.Anzahl ?? 0), Fristeinheit.Wochen)
            : Find(konzept, Fristparameter.KontaktfensterEnde);
        return frist is { } f ? FristRechner.Compute(beginn, f, kalender, _pausen).LetzterTag : null;
    }

    private static Frist? Find(Fachkonzept konzept, string parameter) => konzept.FindFrist(parameter) is { } text ? Frist.Parse(text) : null;

    private void Add(DateOnly tag, bool eingehalten)
    {
        // What was held or missed before the Fall was taken over is not known.
        if (tag < _uebernommenAm || !bereich.Contains(tag))
            return;
        var (ja, nein) = eingehalten ? (1, 0) : (0, 1);
        _treue += _rhythmus is null ? new(0, ja, nein, 0, 0, 0) : new(0, ja, nein, 0, ja, nein);
    }
}
