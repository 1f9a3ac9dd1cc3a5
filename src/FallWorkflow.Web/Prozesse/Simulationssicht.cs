using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Simulation.Laeufe;
using FallWorkflow.Application.Verlauf;

namespace FallWorkflow.Web.Prozesse;

/// <summary>The results of a simulation as tables, one column per version.</summary>
internal static class Simulationssicht
{
    private static readonly HashSet<string> Bekannt =
    [
        Verlaufsarten.AufgabeErstellt, Verlaufsarten.AufgabeErledigt, Verlaufsarten.AufgabeEntfallen, Verlaufsarten.AufgabeFaellig,
        Verlaufsarten.AufgabeUeberfaellig, Verlaufsarten.Erinnerung, Verlaufsarten.Eskalation, Verlaufsarten.NachrichtGesendet,
        Verlaufsarten.NachrichtEmpfangen, Verlaufsarten.FristVerschoben, Verlaufsarten.Stoerung,
    ];

    public static string NameOf(Fassungsergebnis fassung) =>
        Seitentexte.T(fassung.Entwurf ? "Simulieren.SpalteEntwurf" : "Simulieren.SpalteVeroeffentlicht", fassung.Version);

    /// <summary>What the table shows first: name, what it means, and a value per version.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Werte)> Overview(IReadOnlyList<Fassungsergebnis> fassungen)
    {
        yield return Row("Last", z => Seitentexte.T("Simulieren.Spanne", z.Load.Mean, z.Load.P10, z.Load.P90), fassungen[0].Zahlen.Load.Ratio);
        yield return Row("LastStunden", z => Number(z.Load.Hours), fassungen[0].Zahlen.Load.Ratio);
        yield return Row("Aufgaben", z => Number(z.Tasks.Sum(t => t.PerCase)));
        yield return Row("Verspaetet", z => Number(z.Tasks.Sum(t => t.LatePerCase)));
        yield return Row("VerspaetetKontakt", z => Share(z, "Kontakt"));
        yield return Row("VerspaetetUeberpruefung", z => Share(z, "Planueberpruefung"));
        yield return Row("Stunden", z => Number(z.HoursPerCase));
        yield return Row("Erinnerungen", z => Number(z.PerCase.GetValueOrDefault(Verlaufsarten.Erinnerung)?.Mean ?? 0));
        yield return Row("Eskalationen", z => Number(z.PerCase.GetValueOrDefault(Verlaufsarten.Eskalation)?.Mean ?? 0));
        yield return Row("Nachrichten", z => Number(z.Messages));
        yield return Row("Beginne", z => Number(z.Starts));
        yield return Row("Stoerungen", z => Number(z.Incidents.Sum(i => i.Times)));

        (string, IReadOnlyList<string>) Row(string text, Func<Sammelergebnis, string> wert, params object[] angaben) =>
            (Seitentexte.T($"Simulieren.Wert.{text}", angaben), [.. fassungen.Select(f => wert(f.Zahlen))]);
    }

    /// <summary>By kind of task and role, in both versions.</summary>
    public static IEnumerable<(string Titel, string Rolle, IReadOnlyList<Aufgabenwert?> Werte)> Tasks(IReadOnlyList<Fassungsergebnis> fassungen) =>
        from art in fassungen.SelectMany(f => f.Zahlen.Tasks).Select(t => (t.Kind, t.Role)).Distinct()
        let werte = fassungen.Select(f => f.Zahlen.Tasks.FirstOrDefault(t => (t.Kind, t.Role) == art)).ToList()
        orderby werte.Max(w => w?.PerCase ?? 0) descending, art.Kind
        select (werte.OfType<Aufgabenwert>().First().Title, Application.Texte.Of($"Rolle.{art.Role}"), (IReadOnlyList<Aufgabenwert?>)werte);

    /// <summary>The days of one Fall, with what happens in each version; whether that differs.</summary>
    public static IEnumerable<(DateOnly Tag, IReadOnlyList<IReadOnlyList<string>> Ereignisse, bool Anders)> Days(IReadOnlyList<Fassungsergebnis> fassungen)
    {
        var kalender = fassungen.Select(f => f.Kalender!.Events.ToLookup(e => e.Date, Show)).ToList();
        foreach (var tag in kalender.SelectMany(k => k.Select(g => g.Key)).Distinct().Order())
        {
            var ereignisse = kalender.Select(k => (IReadOnlyList<string>)[.. k[tag]]).ToList();
            yield return (tag, ereignisse, ereignisse.Count == 2 && !ereignisse[0].Order(StringComparer.Ordinal).SequenceEqual(ereignisse[1].Order(StringComparer.Ordinal)));
        }
    }

    public static string Number(double zahl) => Seitentexte.T("Simulieren.Zahl", zahl);

    private static string Share(Sammelergebnis zahlen, string art) =>
        zahlen.Tasks.FirstOrDefault(t => t.Kind == art) is { } aufgabe ? Seitentexte.T("Simulieren.Anteil", aufgabe.CasesWithLate, aufgabe.LatePerCase) : "–";

    private static string Show(Simulationsereignis ereignis) =>
        $"{Seitentexte.T($"Simulieren.Art.{(Bekannt.Contains(ereignis.Kind) ? ereignis.Kind : "Sonst")}")}{ereignis.Title}{(string.IsNullOrEmpty(ereignis.Detail) ? "" : $" ({ereignis.Detail})")}";
}
