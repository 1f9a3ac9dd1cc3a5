using System.Globalization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using FsCheck;
using FsCheck.Fluent;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>
/// Whatever happens in a Fall, in whichever Land and year, the shipped processes ask for contacts, reviews and the decision on the
/// duration on the days of the <see cref="Fristentafel"/> (R42, R48, R49, R54). A failure prints its smallest example.
/// </summary>
public class ForAnyCourseOfAFall
{
    // The same courses on every run; another number looks at others.
    private static readonly Replay Anfang = new(new Rnd(2027, 11), null);

    private static readonly string[] Zeiten = ["KontaktfensterAbwarten", "ErinnerungAbwarten", "UeberpruefungstagAbwarten", "WarnungAbwarten"];

    private static readonly string[] Arten = ["Kontakt", "Planueberpruefung", "Dauer"];

    private static readonly Gen<Schritt> Schritte =
        from nach in Gen.Choose(1, 75)
        from was in Gen.Elements(Enum.GetValues<Ereignis>())
        from wert in Gen.Choose(1, 24)
        select new Schritt(nach, was, wert);

    private static readonly Gen<Kurs> Kurse =
        from land in Gen.Elements(Enum.GetValues<Land>())
        from beginn in Gen.Choose(new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
        from anzahl in Gen.Choose(0, 14)
        from schritte in Schritte.ArrayOf(anzahl)
        select new Kurs(land, DateOnly.FromDayNumber(beginn), schritte);

    private enum Ereignis
    {
        Kontakt,
        Ausfall,
        Rhythmus,
        Pause,
        Plan,
        Ueberpruefung,
        Verlaengerung,
        Nichts,
    }

    [Fact]
    public void Each_date_is_the_one_that_the_table_says() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(Anfang), Prop.ForAll(Arb.From(Kurse, Shorter), RunAsync));

    private static async Task RunAsync(Kurs kurs)
    {
        var betrieb = new Betrieb(land: kurs.Land, beginn: kurs.Beginn);
        await betrieb.OpenAsync();
        foreach (var tatsache in new Tatsache[] { new UebergabeAngenommen("fm-1"), Erstgespraech, new KlientEntschieden(true), new FallAufgenommen() })
            await RecordAsync(betrieb, tatsache);

        var tafel = new Fristentafel(kurs.Land, kurs.Beginn);
        var tag = kurs.Beginn;
        foreach (var (schritt, nr) in kurs.Schritte.Select((s, nr) => (s, nr)))
        {
            tag = tag.AddDays(schritt.Nach);
            await CompareAsync(betrieb, tafel, tag);
            await HappenAsync(betrieb, tafel, schritt, tag, nr);
            tafel.Settle(tag);
        }

        foreach (var spaeter in new[] { 1, 30, 75, 400 })
            await CompareAsync(betrieb, tafel, tag.AddDays(spaeter));
    }

    private static async Task CompareAsync(Betrieb betrieb, Fristentafel tafel, DateOnly tag)
    {
        await betrieb.UntilAsync(tag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var zeiten = betrieb.Db.Engine.Timers.Where(t => Zeiten.Contains(t.ActivityId)).Select(t =>
        {
            Ortszeit.TimeOf(t.DueAt).ShouldBe(new(8, 0));
            return $"{t.ActivityId} {Ortszeit.DateOf(t.DueAt):yyyy-MM-dd}";
        });
        var aufgaben = Arten.SelectMany(betrieb.Offen).Select(a => $"{a.Art} bis {a.FaelligAm:yyyy-MM-dd}");
        zeiten.Concat(aufgaben).ShouldBe(tafel.At(tag), ignoreOrder: true, $"on {tag:yyyy-MM-dd}");
    }

    private static async Task HappenAsync(Betrieb betrieb, Fristentafel tafel, Schritt schritt, DateOnly tag, int nr)
    {
        switch (schritt.Was)
        {
            case Ereignis.Kontakt:
                await RecordAsync(betrieb, Kontakt);
                tafel.Kontakt(tag);
                break;
            case Ereignis.Ausfall:
                await RecordAsync(betrieb, new KontaktAusgefallen("krank"));
                break;
            case Ereignis.Rhythmus:
                await RecordAsync(betrieb, new RhythmusGeaendert(schritt.Wert, "so vereinbart"));
                tafel.Rhythmus(schritt.Wert);
                break;
            case Ereignis.Pause:
                await RecordAsync(betrieb, new PauseBegonnen($"p{nr}", tag, tag.AddDays(3 * schritt.Wert), "Klinik"));
                tafel.Pause(tag, tag.AddDays(3 * schritt.Wert));
                break;
            case Ereignis.Plan:
                await RecordAsync(betrieb, new PlanVereinbart(["Ada Muster"], [new("Unterlagen ordnen", Domain.Faelle.Verantwortung.Klient, Domain.Faelle.Schrittthema.Finanzen)], "im Gespräch"));
                tafel.Plan(tag);
                break;
            case Ereignis.Ueberpruefung when tafel.HatPlan:
                await RecordAsync(betrieb, new PlanUeberprueft(Domain.Faelle.Ueberpruefungsergebnis.Weiterfuehren, "passt noch"));
                tafel.Plan(tag);
                break;
            case Ereignis.Verlaengerung:
                await RecordAsync(betrieb, new DauerVerlaengert(schritt.Wert % 6 + 1, "kurz vor dem Ziel"));
                tafel.Verlaengert(schritt.Wert % 6 + 1);
                break;
        }
    }

    /// <summary>People work on Saturdays and Feiertage too, and say so.</summary>
    private static Task<Faelle.FallErgebnis> RecordAsync(Betrieb betrieb, Tatsache tatsache) =>
        betrieb.Faelle.RecordAsync(new(betrieb.FallId, tatsache, betrieb.Heute, WochenendeBestaetigt: true), Betrieb.Fm);

    private static IEnumerable<Kurs> Shorter(Kurs kurs) => kurs.Schritte.Select((_, nr) => kurs with { Schritte = [.. kurs.Schritte.Where((_, n) => n != nr)] });

    private sealed record Schritt(int Nach, Ereignis Was, int Wert);

    private sealed record Kurs(Land Land, DateOnly Beginn, Schritt[] Schritte)
    {
        public override string ToString() => $"{Land} from {Beginn:yyyy-MM-dd}: {string.Join(", ", Schritte.Select(s => $"after {s.Nach} days {s.Was} {s.Wert}"))}";
    }
}
