using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Befehle;

/// <summary>Prints a simulated calendar for people: a heading per month, a line per event, the date once per day.</summary>
internal static class Kalenderdruck
{
    public static void Write(TextWriter aus, WorkflowDefinition gefragt, Szenario szenario, Simulationsergebnis ergebnis)
    {
        aus.WriteLine(Befehlstexte.Of("Kalender.Kopf", gefragt.Name, gefragt.Version, szenario.Name, szenario.Land.Name(), ergebnis.From, ergebnis.To));
        DateOnly? zuletzt = null;
        foreach (var e in ergebnis.Events)
        {
            if (zuletzt is not { } tag || (tag.Year, tag.Month) != (e.Date.Year, e.Date.Month))
                aus.WriteLine($"{Environment.NewLine}{Befehlstexte.Of("Kalender.Monat", e.Date)}");
            aus.WriteLine($"  {(e.Date == zuletzt ? new string(' ', 8) : Befehlstexte.Of("Kalender.Tag", e.Date))}  {Sign(e.Kind)} {e.Title}{(string.IsNullOrEmpty(e.Detail) ? "" : $" ({e.Detail})")}");
            zuletzt = e.Date;
        }

        aus.WriteLine();
        aus.WriteLine(string.Join("  ", ergebnis.Summary.Select(s => $"{s.Key}: {s.Value}")));
        aus.WriteLine(Befehlstexte.Of("Kalender.Legende"));
    }

    /// <summary>Counts over many Faelle: a line per kind of event.</summary>
    public static void Write(TextWriter aus, WorkflowDefinition gefragt, Szenario szenario, Sammelergebnis ergebnis, TimeSpan dauer)
    {
        aus.WriteLine(Befehlstexte.Of("Kalender.Kopf", gefragt.Name, gefragt.Version, szenario.Name, szenario.Land.Name(), ergebnis.From, ergebnis.To));
        aus.WriteLine(Befehlstexte.Of("Sammlung.Kopf", ergebnis.Cases, ergebnis.Events, dauer.TotalSeconds, ergebnis.Cases / dauer.TotalSeconds));
        aus.WriteLine();
        foreach (var (art, anzahl) in ergebnis.Summary)
        {
            var spanne = ergebnis.PerCase[art];
            aus.WriteLine($"  {Sign(art)} {art,-24} {Befehlstexte.Of("Sammlung.Zeile", anzahl, spanne.Mean, spanne.Least, spanne.Most)}");
        }

        var last = ergebnis.Load;
        aus.WriteLine();
        aus.WriteLine(Befehlstexte.Of("Sammlung.Last", last.Ratio, last.Mean, last.P10, last.P90, last.Hours));
        aus.WriteLine(Befehlstexte.Of("Sammlung.JeFall", ergebnis.HoursPerCase, ergebnis.Messages));
        aus.WriteLine();
        foreach (var aufgabe in ergebnis.Tasks)
            aus.WriteLine($"  {aufgabe.Kind,-24} {Befehlstexte.Of("Sammlung.Aufgabe", aufgabe.PerCase, aufgabe.LatePerCase, aufgabe.CasesWithLate, aufgabe.Minutes)}");
        foreach (var vorfall in ergebnis.Incidents.Concat(ergebnis.Refused))
            aus.WriteLine($"  ! {vorfall.Text}{(vorfall.Detail is null ? "" : $" ({vorfall.Detail})")}: {Befehlstexte.Of("Sammlung.Vorfall", vorfall.Times, vorfall.Cases)}");
    }

    private static char Sign(string art) => art switch
    {
        Verlaufsarten.AufgabeErstellt => '□',
        Verlaufsarten.AufgabeErledigt => '■',
        Verlaufsarten.AufgabeEntfallen => '×',
        Verlaufsarten.AufgabeFaellig => '|',
        Verlaufsarten.AufgabeUeberfaellig or Verlaufsarten.Eskalation or Verlaufsarten.Stoerung => '!',
        Verlaufsarten.Erinnerung => '*',
        Verlaufsarten.NachrichtGesendet => '→',
        Verlaufsarten.NachrichtEmpfangen => '←',
        Verlaufsarten.FristVerschoben => '~',
        _ => '●',
    };
}
