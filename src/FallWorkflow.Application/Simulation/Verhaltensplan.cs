using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Simulation;

/// <summary>When people of one simulated Fall do what the scenario leaves open: its behaviour, sampled.</summary>
internal sealed class Verhaltensplan(Szenario szenario, Zufall zufall, Arbeitskalender kalender)
{
    private static readonly TimeOnly Arbeitsbeginn = new(10, 0);

    private readonly Dictionary<string, int> _anzahl = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _fragen = [];

    /// <summary>When a task that has just appeared is done, and whether that is after its last day in time.</summary>
    public (DateTimeOffset Wann, bool Verspaetet) AnswerOf(Aufgabe aufgabe, DateTimeOffset jetzt)
    {
        var heute = Ortszeit.DateOf(jetzt);
        var frage = _fragen[aufgabe.Id] = Next(aufgabe.Art);
        if (szenario.Verhalten is not { } verhalten)
            return (AtWork(jetzt, szenario.Verzug == 0 ? heute : kalender.AddWerktage(heute, szenario.Verzug)), false);

        var anteil = aufgabe.ErledigtDurch.Contains("KontaktGehalten") ? verhalten.KontaktePuenktlich ?? verhalten.Puenktlich : verhalten.Puenktlich;
        if (aufgabe.FaelligAm is not null && !zufall.Trifft($"{frage}/puenktlich", anteil))
            return (LateOf(aufgabe), true);
        var werktage = zufall.Draw($"{frage}/bearbeitung", verhalten.BearbeitungVon, verhalten.BearbeitungBis);
        var tag = werktage == 0 ? heute : kalender.AddWerktage(heute, werktage);
        if (aufgabe.FaelligAm is { } letzter && tag > letzter)
            tag = kalender.PreviousWerktagOnOrBefore(letzter) is var davor && davor > heute ? davor : heute;
        return (AtWork(jetzt, tag), false);
    }

    /// <summary>When somebody who is late with a task does it.</summary>
    public DateTimeOffset LateOf(Aufgabe aufgabe)
    {
        var verhalten = szenario.Verhalten!;
        var werktage = zufall.Draw($"{_fragen[aufgabe.Id]}/verspaetung", verhalten.VerspaetungVon, verhalten.VerspaetungBis);
        return Ortszeit.At(kalender.AddWerktage(aufgabe.FaelligAm!.Value, werktage), Arbeitsbeginn);
    }

    /// <summary>What the partner does after it has received a referral, in order.</summary>
    public IEnumerable<(Standardverlauf.Traegerschritt Schritt, DateOnly Tag)> TraegerOf(DateOnly empfangen)
    {
        var verhalten = szenario.Verhalten ?? new();
        // The id of a referral holds that of the Fall, which is by chance; its number within the Fall is not.
        var frage = Next("zuweisung");
        var bisher = empfangen;
        if (!zufall.Trifft($"{frage}/antwortet", verhalten.TraegerAntwortet))
            yield break;
        var nimmtAn = zufall.Trifft($"{frage}/nimmtAn", verhalten.TraegerNimmtAn);
        foreach (var schritt in Standardverlauf.Current.Traeger)
        {
            var annahme = schritt.Wenn == "Gesendet";
            var verspaetet = annahme || zufall.Trifft($"{frage}/{schritt.Tatsache}", verhalten.TraegerPuenktlich)
                ? 0 : zufall.Draw($"{frage}/{schritt.Tatsache}/verspaetung", verhalten.BerichtVon, verhalten.BerichtBis);
            var tag = kalender.AddWerktage(empfangen, schritt.Werktage + verspaetet);
            // A begin that is reported very late does not come after the end.
            bisher = tag > bisher ? tag : kalender.AddWerktage(bisher, 1);
            if (annahme && !nimmtAn)
            {
                yield return (schritt with { Tatsache = "ZuweisungAbgelehnt" }, tag);
                yield break;
            }

            yield return (schritt, bisher);
        }
    }

    /// <summary>What happens besides, with its day.</summary>
    public IEnumerable<(string Tatsache, DateOnly Am)> Ereignisse()
    {
        for (var i = 0; i < szenario.Ereignisse.Count; i++)
        {
            var ereignis = szenario.Ereignisse[i];
            var frage = $"ereignis/{i}/{ereignis.Tatsache}";
            if (!zufall.Trifft(frage, ereignis.Wahrscheinlichkeit))
                continue;
            var monat = ereignis.Monat ?? zufall.Draw($"{frage}/monat", 1, szenario.Monate);
            var beginn = szenario.Von.AddMonths(monat - 1);
            var tag = beginn.AddDays(zufall.Draw($"{frage}/tag", 0, szenario.Von.AddMonths(monat).DayNumber - beginn.DayNumber - 1));
            yield return (ereignis.Tatsache, kalender.NextWerktagOnOrAfter(tag));
        }
    }

    private string Next(string art) => $"{art}/{_anzahl[art] = _anzahl.GetValueOrDefault(art) + 1}";

    private static DateTimeOffset AtWork(DateTimeOffset jetzt, DateOnly tag)
    {
        var zehnUhr = Ortszeit.At(tag, Arbeitsbeginn);
        return jetzt > zehnUhr ? jetzt : zehnUhr;
    }
}
