using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Fristen;

/// <summary>
/// Computes dates from rules. Precedence of a value (fristen rules of the product): individual agreement, value written
/// into the process, the office's concept, the default concept.
/// </summary>
public sealed class Fristenplan(Fall fall, Fachkonzept konzept, Arbeitskalender kalender)
{
    /// <summary>A timer whose anchor has not happened yet: it waits until a fact gives it a date.</summary>
    public static readonly DateTimeOffset Unbestimmt = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The dates of a rule; null while its anchor has not happened.</summary>
    /// <exception cref="FristUnbekanntException">Neither process nor concept gives the period a value.</exception>
    public FristErgebnis? Compute(Fristregel regel)
    {
        if ((regel.AnkerAm ?? fall.AnchorOf(regel.Anker, regel.Bezug)) is not { } anker)
            return null;
        if (regel is { Anker: Ankerpunkte.Termin, Parameter: null, Wert: null, Punkt: not Fristpunkt.Vorher })
            return new(anker, kalender.NextWerktagOnOrAfter(anker), null, 0);
        var frist = Dauer(regel);
        IReadOnlyList<Ruhezeit> pausen = regel.RuhtBeiPause ? [.. fall.Pausen.Where(p => p.Bis >= p.Von).Select(p => new Ruhezeit(p.Von, p.Bis))] : [];
        return FristRechner.Compute(anker, new Frist(frist.Anzahl * regel.Vielfaches, frist.Einheit), kalender, pausen, Vorlauf(regel));
    }

    /// <summary>The dates of a rule; null while its anchor has not happened, or as long as nobody gives the period a value.</summary>
    public FristErgebnis? Find(Fristregel regel)
    {
        try
        {
            return Compute(regel);
        }
        catch (FristUnbekanntException)
        {
            // The concept may leave out today what it said when the rule was stored; it may say it again tomorrow.
            return null;
        }
    }

    /// <summary>The instant (UTC) at which a timer with this rule fires.</summary>
    /// <exception cref="FristUnbekanntException">Neither process nor concept gives the period a value.</exception>
    public DateTimeOffset DueAt(Fristregel regel) => DueAt(regel, Compute(regel));

    /// <summary>
    /// The instant (UTC) for a timer that runs already: as long as its period has no value it waits, since a concept that was
    /// changed must not keep anybody from working on the Fall.
    /// </summary>
    public DateTimeOffset MovedTo(Fristregel regel) => DueAt(regel, Find(regel));

    private DateTimeOffset DueAt(Fristregel regel, FristErgebnis? frist)
    {
        if (frist is not { } ergebnis)
            return Unbestimmt;
        return regel.Punkt switch
        {
            Fristpunkt.Beginn => AufgabenTermin.TaskOn(ergebnis.LetzterTag),
            Fristpunkt.Ablauf => AufgabenTermin.TaskAfterEnd(ergebnis.LetzterTag, kalender),
            Fristpunkt.Vorher => AufgabenTermin.TaskOn(ergebnis.Vorher!.Value),
            Fristpunkt.Ende => AufgabenTermin.OverdueFrom(ergebnis.LetzterTag),
            _ => throw new InvalidOperationException($"Unknown point {regel.Punkt}."),
        };
    }

    /// <summary>The rule as it is stored with its timer.</summary>
    public Fristregel Stamp(Fristregel regel) =>
        regel.Punkt == Fristpunkt.Vorher ? regel with { Stand = Find(regel)?.LetzterTag } : regel;

    /// <summary>The value of a parameter without process value; null if nobody sets it.</summary>
    public Frist? Find(string parameter, string? bezug = null)
    {
        var wert = konzept.FindFrist(parameter);
        return Individuell(parameter, bezug, wert) ?? (wert is null ? null : Frist.Parse(wert));
    }

    private Frist Dauer(Fristregel regel)
    {
        var grund = regel.Wert ?? (regel.Parameter is null ? null : konzept.FindFrist(regel.Parameter));
        if (regel.Parameter is not null && Individuell(regel.Parameter, regel.Bezug, grund) is { } individuell)
            return individuell;
        return Frist.Parse(grund ?? throw new FristUnbekanntException(regel.Bezeichnung, regel.Parameter));
    }

    private Frist? Vorlauf(Fristregel regel)
    {
        if (regel.Punkt != Fristpunkt.Vorher)
            return null;
        var wert = regel.VorlaufWert ?? (regel.VorlaufParameter is null ? null : konzept.FindFrist(regel.VorlaufParameter));
        return Frist.Parse(wert ?? throw new FristUnbekanntException(regel.Bezeichnung, regel.VorlaufParameter));
    }

    /// <summary>What was agreed for this Fall (R43, R49, R54, R58, R60, R62, R64–R66, R73); null if nothing was.</summary>
    private Frist? Individuell(string parameter, string? bezug, string? grund) => parameter switch
    {
        Fristparameter.KontaktfensterBeginn => fall.RhythmusWochen is { } wochen ? new Frist(wochen, Fristeinheit.Wochen) : null,
        Fristparameter.KontaktfensterEnde => fall.RhythmusWochen is { } wochen ? MitSpielraum(wochen) : null,
        Fristparameter.DauerGrenze when fall.VerlaengerungMonate > 0 && grund is not null => Verlaengert(Frist.Parse(grund)),
        Fristparameter.PlanueberpruefungAbstand => Parse(fall.UeberpruefungNach),
        Fristparameter.Aufbewahrung or Fristparameter.AufbewahrungOhneFall => Parse(fall.AufbewahrungFrist),
        Fristparameter.NachbetreuungDauer => Parse(fall.NachbetreuungDauer),
        Fristparameter.ZuweisungAntwort => Parse(bezug is null ? null : fall.Zuweisungen.GetValueOrDefault(bezug)?.AntwortFrist),
        Fristparameter.MonitoringAbstand => Parse(bezug is null ? null : fall.Zuweisungen.GetValueOrDefault(bezug)?.MonitoringAbstand),
        Fristparameter.FallfuehrungBericht => Parse(fall.FallfuehrungBerichtNach),
        Fristparameter.LeistungsketteAbstimmung or Fristparameter.LeistungsfrageAntwort or Fristparameter.BeschaeftigungEignung =>
            Parse(bezug is null ? null : fall.Straenge.GetValueOrDefault(bezug)?.Frist),
        _ => null,
    };

    private Frist MitSpielraum(int wochen)
    {
        var spielraum = Frist.Parse(konzept.FindFrist(Fristparameter.KontaktfensterSpielraum)!);
        return spielraum.Einheit == Fristeinheit.Wochen
            ? new(wochen + spielraum.Anzahl, Fristeinheit.Wochen)
            : throw new FristUnbekanntException("Spielraum des Kontaktfensters (in Wochen)", Fristparameter.KontaktfensterSpielraum);
    }

    private Frist Verlaengert(Frist grund) => grund.Einheit == Fristeinheit.Monate
        ? new Frist(grund.Anzahl + fall.VerlaengerungMonate, Fristeinheit.Monate)
        : throw new FristUnbekanntException("Dauer (in Monaten)", Fristparameter.DauerGrenze);

    private static Frist? Parse(string? text) => string.IsNullOrWhiteSpace(text) ? null : Frist.Parse(text);
}
