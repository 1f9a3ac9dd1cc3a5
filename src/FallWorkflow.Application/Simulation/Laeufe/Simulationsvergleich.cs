namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>What differs between the results of two versions, in sentences (German).</summary>
public static class Simulationsvergleich
{
    /// <summary>Empty if the figures are the same.</summary>
    public static IReadOnlyList<string> Of(Fassungsergebnis alt, Fassungsergebnis neu)
    {
        var saetze = new List<string>();
        var (a, b) = (alt.Zahlen, neu.Zahlen);
        if (a.Load.Mean != b.Load.Mean)
            saetze.Add(Texte.Of("Simulationsvergleich.Last", b.Load.Mean, a.Load.Mean, b.Load.Ratio));
        if (a.Load.Hours != b.Load.Hours)
            saetze.Add(Texte.Of("Simulationsvergleich.Stunden", b.Load.Hours, a.Load.Hours, b.Load.Ratio));
        foreach (var art in a.Tasks.Concat(b.Tasks).Select(t => (t.Kind, t.Role)).Distinct())
            saetze.AddRange(OfTask(a.Tasks.FirstOrDefault(t => (t.Kind, t.Role) == art), b.Tasks.FirstOrDefault(t => (t.Kind, t.Role) == art)));
        saetze.AddRange(FirstDays(alt.Kalender, neu.Kalender));
        foreach (var art in a.PerCase.Keys.Union(b.PerCase.Keys).Where(k => k is Verlauf.Verlaufsarten.Erinnerung or Verlauf.Verlaufsarten.Eskalation))
        {
            var (vorher, nachher) = (a.PerCase.GetValueOrDefault(art)?.Mean ?? 0, b.PerCase.GetValueOrDefault(art)?.Mean ?? 0);
            if (vorher != nachher)
                saetze.Add(Texte.Of($"Simulationsvergleich.{art}", nachher, vorher));
        }

        if (a.Messages != b.Messages)
            saetze.Add(Texte.Of("Simulationsvergleich.Nachrichten", b.Messages, a.Messages));
        if (a.Starts != b.Starts)
            saetze.Add(Texte.Of("Simulationsvergleich.Beginne", b.Starts, a.Starts));
        saetze.AddRange(b.Incidents.Where(i => a.Incidents.All(x => x.Text != i.Text)).Select(i => Texte.Of("Simulationsvergleich.NeueStoerung", i.Text, i.Cases)));
        saetze.AddRange(a.Incidents.Where(i => b.Incidents.All(x => x.Text != i.Text)).Select(i => Texte.Of("Simulationsvergleich.KeineStoerung", i.Text)));
        return saetze;
    }

    private static IEnumerable<string> OfTask(Aufgabenwert? a, Aufgabenwert? b)
    {
        if (a is null)
        {
            yield return Texte.Of("Simulationsvergleich.Neu", b!.Title, b.PerCase);
            yield break;
        }

        if (b is null)
        {
            yield return Texte.Of("Simulationsvergleich.Weg", a.Title, a.PerCase);
            yield break;
        }

        if (a.PerCase != b.PerCase)
            yield return Texte.Of("Simulationsvergleich.Aufgabe", b.Title, b.PerCase, a.PerCase);
        if (a.CasesWithLate != b.CasesWithLate)
            yield return Texte.Of("Simulationsvergleich.Verspaetet", b.Title, b.CasesWithLate, a.CasesWithLate);
    }

    /// <summary>For one Fall: where a kind of event first falls on another day.</summary>
    private static IEnumerable<string> FirstDays(Simulationsergebnis? alt, Simulationsergebnis? neu)
    {
        if (alt is null || neu is null)
            yield break;
        foreach (var (kind, titel) in new[] { Verlauf.Verlaufsarten.AufgabeErstellt, Verlauf.Verlaufsarten.Erinnerung }
            .SelectMany(k => alt.Events.Where(e => e.Kind == k).Select(e => (k, e.Title)).Distinct()))
        {
            var (vorher, nachher) = (Days(alt), Days(neu));
            var stelle = Enumerable.Range(0, Math.Min(vorher.Count, nachher.Count)).FirstOrDefault(i => vorher[i] != nachher[i], -1);
            if (stelle >= 0)
                yield return Texte.Of($"Simulationsvergleich.Tag.{kind}", titel, stelle + 1, nachher[stelle], vorher[stelle]);

            List<DateOnly> Days(Simulationsergebnis ergebnis) => [.. ergebnis.Events.Where(e => e.Kind == kind && e.Title == titel).Select(e => e.Date)];
        }
    }
}
