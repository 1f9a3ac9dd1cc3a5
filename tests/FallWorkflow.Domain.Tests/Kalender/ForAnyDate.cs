using FallWorkflow.Domain.Kalender;
using FsCheck;
using FsCheck.Fluent;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>What holds for every date, Land, period and pause from 1990 to 2100, found by random trial; a failure prints its smallest example.</summary>
public class ForAnyDate
{
    private static readonly int Erster = new DateOnly(1990, 1, 1).DayNumber;
    private static readonly int Letzter = new DateOnly(2100, 12, 31).DayNumber;

    private static readonly Gen<DateOnly> Tage = Gen.Choose(Erster, Letzter).Select(DateOnly.FromDayNumber);

    private static readonly Gen<Arbeitskalender> Kalender = Gen.Elements(Enum.GetValues<Land>()).Select(land => Arbeitskalender.For(land));

    private static readonly Gen<Fristeinheit> Einheiten = Gen.Elements(Enum.GetValues<Fristeinheit>());

    private static readonly Gen<Frist> Fristen =
        from anzahl in Gen.Choose(1, 130)
        from einheit in Einheiten
        select new Frist(anzahl, einheit);

    [Fact]
    public void The_last_day_is_the_first_Werktag_from_the_calendar_end_on()
        => Check(Rechnungen(Fristen), r =>
        {
            var e = r.Compute();
            return r.Kalender.IsWerktag(e.LetzterTag)
                && e.LetzterTag >= e.KalenderEnde
                && Between(e.KalenderEnde, e.LetzterTag).All(tag => !r.Kalender.IsWerktag(tag));
        });

    [Fact]
    public void The_end_lies_after_the_anchor_and_overdue_after_the_end()
        => Check(Rechnungen(Fristen), r =>
        {
            var e = r.Compute();
            return e.KalenderEnde > r.Anker
                && AufgabenTermin.OverdueFrom(e.LetzterTag) > Ortszeit.StartOfDay(e.LetzterTag)
                && AufgabenTermin.TaskAfterEnd(e.LetzterTag, r.Kalender) > AufgabenTermin.OverdueFrom(e.LetzterTag);
        });

    [Fact]
    public void A_warning_is_on_a_Werktag_and_never_after_the_day_it_was_asked_for()
        => Check(
            from rechnung in Rechnungen(Fristen)
            from tage in Gen.Choose(1, 120)
            select rechnung with { Vorlauf = new Frist(tage, Fristeinheit.Tage) },
            r =>
            {
                var e = r.Compute();
                return r.Kalender.IsWerktag(e.Vorher!.Value)
                    && e.Vorher <= e.KalenderEnde.AddDays(-r.Vorlauf!.Value.Anzahl)
                    && e.Vorher < e.LetzterTag;
            });

    [Fact]
    public void A_warning_in_any_unit_comes_before_the_end()
        => Check(
            from rechnung in Rechnungen(Fristen)
            from vorlauf in Fristen
            select rechnung with { Vorlauf = vorlauf },
            r => r.Compute().Vorher < r.Compute().KalenderEnde && r.Kalender.IsWerktag(r.Compute().Vorher!.Value));

    [Fact]
    public void A_longer_period_never_ends_earlier()
        => Check(Rechnungen(Fristen), r =>
            (r with { Frist = new Frist(r.Frist.Anzahl + 1, r.Frist.Einheit) }).Compute().LetzterTag >= r.Compute().LetzterTag);

    [Fact]
    public void A_later_anchor_never_ends_earlier_without_pauses()
        => Check(Rechnungen(Fristen), r =>
            (r with { Anker = r.Anker.AddDays(1), Pausen = [] }).Compute().LetzterTag >= (r with { Pausen = [] }).Compute().LetzterTag);

    [Fact]
    public void Another_pause_never_makes_it_end_earlier()
        => Check(Rechnungen(Fristen), r => r.Compute().KalenderEnde >= (r with { Pausen = [.. r.Pausen.Skip(1)] }).Compute().KalenderEnde);

    [Fact]
    public void The_order_of_pauses_does_not_matter()
        => Check(Rechnungen(Fristen), r => (r with { Pausen = [.. r.Pausen.Reverse()] }).Compute() == r.Compute());

    /// <summary>The definition itself, counted day by day: as many days without a pause as the period has lie after the anchor up to the end.</summary>
    [Fact]
    public void Days_outside_of_pauses_are_exactly_the_days_of_the_period()
        => Check(
            from rechnung in Rechnungen(Gen.Choose(1, 400).Select(n => new Frist(n, Fristeinheit.Tage)))
            select rechnung,
            r =>
            {
                var e = r.Compute();
                var tage = Between(r.Anker, e.KalenderEnde).Select(tag => tag.AddDays(1)).ToList();
                return tage.Count(tag => r.Pausen.Any(p => p.Contains(tag))) == e.Pausentage
                    && tage.Count(tag => !r.Pausen.Any(p => p.Contains(tag))) == r.Frist.Anzahl;
            });

    [Fact]
    public void Weeks_end_on_the_same_weekday()
        => Check(Rechnungen(Gen.Choose(1, 110).Select(n => new Frist(n, Fristeinheit.Wochen))), r =>
            (r with { Pausen = [] }).Compute().KalenderEnde.DayOfWeek == r.Anker.DayOfWeek);

    [Fact]
    public void Months_end_on_the_same_number_or_on_the_last_of_the_month()
        => Check(Rechnungen(Gen.Choose(1, 110).Select(n => new Frist(n, Fristeinheit.Monate))), r =>
        {
            var ende = (r with { Pausen = [] }).Compute().KalenderEnde;
            var monate = ((ende.Year - r.Anker.Year) * 12) + ende.Month - r.Anker.Month;
            return monate == r.Frist.Anzahl
                && (ende.Day == r.Anker.Day || (ende.Day < r.Anker.Day && ende.AddDays(1).Day == 1));
        });

    [Fact]
    public void Adding_Werktage_and_taking_them_away_returns_to_a_Werktag()
        => Check(
            from kalender in Kalender
            from tag in Tage
            from anzahl in Gen.Choose(-300, 300)
            select (kalender, tag: kalender.NextWerktagOnOrAfter(tag), anzahl),
            x => x.kalender.AddWerktage(x.kalender.AddWerktage(x.tag, x.anzahl), -x.anzahl) == x.tag);

    [Fact]
    public void Adding_Werktage_passes_exactly_that_many()
        => Check(
            from kalender in Kalender
            from tag in Tage
            from anzahl in Gen.Choose(1, 100)
            select (kalender, tag, anzahl),
            x =>
            {
                var ziel = x.kalender.AddWerktage(x.tag, x.anzahl);
                return x.kalender.IsWerktag(ziel) && Between(x.tag.AddDays(1), ziel.AddDays(1)).Count(x.kalender.IsWerktag) == x.anzahl;
            });

    [Fact]
    public void Next_and_previous_Werktag_enclose_a_day_without_a_Werktag_between()
        => Check(
            from kalender in Kalender
            from tag in Tage
            select (kalender, tag),
            x =>
            {
                var davor = x.kalender.PreviousWerktagOnOrBefore(x.tag);
                var danach = x.kalender.NextWerktagOnOrAfter(x.tag);
                return x.kalender.IsWerktag(x.tag)
                    ? davor == x.tag && danach == x.tag
                    : davor < x.tag && x.tag < danach && x.kalender.AddWerktage(davor, 1) == danach;
            });

    [Fact]
    public void A_Frist_is_read_as_it_was_written()
        => Check(
            from einheit in Einheiten
            from anzahl in Gen.Choose(1, einheit is Fristeinheit.Wochen or Fristeinheit.Monate ? 999 : 9999)
            select new Frist(anzahl, einheit),
            f => Frist.TryParse(f.ToString(), out var gelesen) && gelesen == f);

    [Fact]
    public void Any_text_either_reads_and_writes_alike_or_has_a_German_reason()
        => Check(
            ArbMap.Default.GeneratorFor<string>(),
            text => Frist.TryParse(text, out var frist, out var fehler) ? frist.ToString() == text && fehler is null : fehler is { Length: > 20 });

    [Fact]
    public void A_local_time_falls_on_its_own_day_and_every_instant_is_UTC()
        => Check(
            from tag in Tage
            from minute in Gen.Choose(0, (24 * 60) - 1)
            select (tag, zeit: TimeOnly.MinValue.AddMinutes(minute)),
            x =>
            {
                var at = Ortszeit.At(x.tag, x.zeit);
                var gelesen = Ortszeit.TimeOf(at);
                return at.Offset == TimeSpan.Zero && Ortszeit.DateOf(at) == x.tag && (gelesen == x.zeit || gelesen == x.zeit.AddHours(1));
            });

    [Fact]
    public void Days_follow_each_other_without_gap_or_overlap()
        => Check(Tage, tag =>
            Ortszeit.EndOfDay(tag) == Ortszeit.StartOfDay(tag.AddDays(1))
            && Ortszeit.DateOf(Ortszeit.EndOfDay(tag).AddTicks(-1)) == tag
            && Ortszeit.TimeOf(Ortszeit.StartOfDay(tag)) == TimeOnly.MinValue);

    private static Gen<Aufgabe> Rechnungen(Gen<Frist> fristen)
        => from kalender in Kalender
           from anker in Tage
           from frist in fristen
           from pausen in Pausen(anker)
           select new Aufgabe(anker, frist, kalender, pausen, null);

    /// <summary>None to four pauses around the anchor, so that they overlap, touch, lie before it and catch the moved end.</summary>
    private static Gen<Ruhezeit[]> Pausen(DateOnly anker)
        => from anzahl in Gen.Choose(0, 4)
           from pausen in
               (from beginn in Gen.Choose(-60, 300)
                from dauer in Gen.Choose(1, 90)
                select new Ruhezeit(anker.AddDays(beginn), anker.AddDays(beginn + dauer - 1))).ArrayOf(anzahl)
           select pausen;

    private static IEnumerable<DateOnly> Between(DateOnly von, DateOnly vor)
    {
        for (var tag = von; tag < vor; tag = tag.AddDays(1))
            yield return tag;
    }

    private static void Check<T>(Gen<T> werte, Func<T, bool> gilt)
        => Prop.ForAll(werte.ToArbitrary(), gilt).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private sealed record Aufgabe(DateOnly Anker, Frist Frist, Arbeitskalender Kalender, Ruhezeit[] Pausen, Frist? Vorlauf)
    {
        internal FristErgebnis Compute() => FristRechner.Compute(Anker, Frist, Kalender, Pausen, Vorlauf);

        public override string ToString()
            => $"{Kalender.Land}: {Anker.Iso()} + {Frist}, Vorlauf {Vorlauf?.ToString() ?? "keiner"}, Pausen [{string.Join(", ", Pausen.Select(p => $"{p.Von.Iso()}..{p.Bis.Iso()}"))}]";
    }
}
