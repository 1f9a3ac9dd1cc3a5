using System.Globalization;
using System.Text.RegularExpressions;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Simulation.Laeufe;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Prozesse;

/// <summary>The form of a simulation: what was typed, what it means, and what is wrong with it.</summary>
internal sealed partial class Simulationsformular
{
    /// <summary>What the form begins with. The figures about people are assumptions, and the page says so.</summary>
    private static readonly Dictionary<string, string> Anfang = new(StringComparer.Ordinal)
    {
        ["faelle"] = "100",
        ["seed"] = "1",
        ["rest"] = Formularleser.Ja,
        ["verhalten.puenktlich"] = "85",
        ["verhalten.kontaktePuenktlich"] = "80",
        ["verhalten.bearbeitungVon"] = "0",
        ["verhalten.bearbeitungBis"] = "5",
        ["verhalten.verspaetungVon"] = "1",
        ["verhalten.verspaetungBis"] = "10",
        ["verhalten.traegerAntwortet"] = "90",
        ["verhalten.traegerNimmtAn"] = "85",
        ["verhalten.traegerPuenktlich"] = "80",
        ["verhalten.berichtVon"] = "5",
        ["verhalten.berichtBis"] = "20",
    };

    private Simulationsformular(Eingaben eingaben) => Eingaben = eingaben;

    public Eingaben Eingaben { get; }

    public List<Eingabefehler> Fehler { get; } = [];

    public static IEnumerable<string> Minutenarten => Simulationsauftrag.Standardminuten.Keys.OrderBy(a => a == "*").ThenBy(a => a, StringComparer.Ordinal);

    public static Simulationsformular Empty()
    {
        var eingaben = new Eingaben();
        foreach (var (feld, wert) in Anfang)
            eingaben[feld] = wert;
        eingaben["schluessel"] = Simulationswunsch.Standardschluessel.ToString(CultureInfo.InvariantCulture);
        foreach (var (art, minuten) in Simulationsauftrag.Standardminuten)
            eingaben[$"minuten.{art}"] = minuten.ToString(CultureInfo.InvariantCulture);
        return new(eingaben);
    }

    public static Simulationsformular Of(Eingaben eingaben) => new(eingaben);

    /// <summary>The form as it was sent for a simulation that is still there.</summary>
    public static Simulationsformular Of(Simulationswunsch wunsch)
    {
        var formular = Empty();
        var e = formular.Eingaben;
        e["szenario"] = wunsch.Szenario ?? "";
        e["rest"] = wunsch.Rest ? Formularleser.Ja : null;
        e["land"] = wunsch.Land?.ToString() ?? "";
        e["von"] = wunsch.Von is { } von ? Formularwerte.Show(von) : "";
        e["fassung"] = wunsch.Fassung.ToString();
        foreach (var (feld, wert) in new (string, int?)[]
        {
            ("monate", wunsch.Monate), ("faelle", wunsch.Faelle), ("seed", wunsch.Seed), ("schluessel", wunsch.Schluessel),
            ("verhalten.puenktlich", wunsch.Verhalten?.Puenktlich), ("verhalten.kontaktePuenktlich", wunsch.Verhalten?.KontaktePuenktlich),
            ("verhalten.bearbeitungVon", wunsch.Verhalten?.BearbeitungVon), ("verhalten.bearbeitungBis", wunsch.Verhalten?.BearbeitungBis),
            ("verhalten.verspaetungVon", wunsch.Verhalten?.VerspaetungVon), ("verhalten.verspaetungBis", wunsch.Verhalten?.VerspaetungBis),
            ("verhalten.traegerAntwortet", wunsch.Verhalten?.TraegerAntwortet), ("verhalten.traegerNimmtAn", wunsch.Verhalten?.TraegerNimmtAn),
            ("verhalten.traegerPuenktlich", wunsch.Verhalten?.TraegerPuenktlich), ("verhalten.berichtVon", wunsch.Verhalten?.BerichtVon),
            ("verhalten.berichtBis", wunsch.Verhalten?.BerichtBis),
        })
            e[feld] = wert?.ToString(CultureInfo.InvariantCulture) ?? "";
        foreach (var ereignis in wunsch.Ereignisse ?? [])
        {
            e[$"ereignis.{ereignis.Tatsache}.prozent"] = ereignis.Wahrscheinlichkeit.ToString(CultureInfo.InvariantCulture);
            e[$"ereignis.{ereignis.Tatsache}.monat"] = ereignis.Monat?.ToString(CultureInfo.InvariantCulture) ?? "";
        }

        foreach (var (art, minuten) in wunsch.Minuten ?? new Dictionary<string, int>())
            e[$"minuten.{art}"] = minuten.ToString(CultureInfo.InvariantCulture);
        return formular;
    }

    public static string IdOf(string feld) => $"feld-{feld.Replace('.', '-').Replace("*", "andere", StringComparison.Ordinal)}";

    public string? ErrorOf(string feld) => Fehler.Find(f => f.Feld == feld)?.Meldung;

    /// <summary>Null if something cannot be read; then <see cref="Fehler"/> names it.</summary>
    public Simulationswunsch? Read()
    {
        var ereignisse = new List<Zufallsereignis>();
        foreach (var tatsache in Zufallsereignis.Moegliche)
        {
            var (prozent, monat) = (Number($"ereignis.{tatsache}.prozent"), Number($"ereignis.{tatsache}.monat"));
            if (prozent is > 0 or < 0 || (prozent is null && monat is not null))
                ereignisse.Add(new(tatsache, monat, prozent ?? 100));
        }

        var minuten = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var art in Minutenarten)
        {
            if (Number($"minuten.{art}") is { } wert)
                minuten[art] = wert;
        }

        var standard = new Verhalten();
        int Share(string feld, int sonst) => Number($"verhalten.{feld}") ?? sonst;
        var wunsch = new Simulationswunsch(
            Number("faelle") ?? 1, Eingaben["szenario"] is { Length: > 0 } szenario ? szenario : null, Eingaben.IsChecked("rest"),
            Enum.TryParse<Land>(Eingaben["land"], out var land) ? land : null, Date("von"), Number("monate"), Number("seed"),
            new()
            {
                Puenktlich = Share("puenktlich", standard.Puenktlich),
                KontaktePuenktlich = Number("verhalten.kontaktePuenktlich"),
                BearbeitungVon = Share("bearbeitungVon", standard.BearbeitungVon),
                BearbeitungBis = Share("bearbeitungBis", standard.BearbeitungBis),
                VerspaetungVon = Share("verspaetungVon", standard.VerspaetungVon),
                VerspaetungBis = Share("verspaetungBis", standard.VerspaetungBis),
                TraegerAntwortet = Share("traegerAntwortet", standard.TraegerAntwortet),
                TraegerNimmtAn = Share("traegerNimmtAn", standard.TraegerNimmtAn),
                TraegerPuenktlich = Share("traegerPuenktlich", standard.TraegerPuenktlich),
                BerichtVon = Share("berichtVon", standard.BerichtVon),
                BerichtBis = Share("berichtBis", standard.BerichtBis),
            },
            ereignisse.Count > 0 || string.IsNullOrEmpty(Eingaben["szenario"]) ? ereignisse : null, Number("schluessel"), minuten,
            Enum.TryParse<Simulationsfassung>(Eingaben["fassung"], out var fassung) ? fassung : Simulationsfassung.Beide);
        return Fehler.Count == 0 ? wunsch : null;
    }

    /// <summary>What the application found wrong, by the fields of this form.</summary>
    public void Add(IEnumerable<Eingabefehler> fehler, Simulationswunsch wunsch)
    {
        foreach (var f in fehler)
        {
            var feld = f.Feld;
            if (feld.StartsWith("ereignisse[", StringComparison.Ordinal)
                && int.TryParse(feld.AsSpan(11, feld.IndexOf(']', StringComparison.Ordinal) - 11), NumberStyles.None, CultureInfo.InvariantCulture, out var nr))
            {
                var teil = feld.EndsWith(".monat", StringComparison.Ordinal) ? "monat" : "prozent";
                feld = $"ereignis.{wunsch.Ereignisse![nr].Tatsache}.{teil}";
            }

            Fehler.Add(new(feld, f.Meldung));
        }
    }

    [GeneratedRegex(@"(?<=^[+-]?[0-9]{1,3}(\.[0-9]{3})*)\.(?=[0-9]{3}(\.[0-9]{3})*$)")]
    private static partial Regex Gruppen();

    private int? Number(string feld)
    {
        var text = Eingaben[feld]?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        // A point groups thousands; elsewhere it was meant as something else, and 1.5 is not 15.
        if (int.TryParse(Gruppen().Replace(text, ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zahl))
            return zahl;
        Fehler.Add(new(feld, Seitentexte.T("Simulieren.GanzeZahl")));
        return null;
    }

    private DateOnly? Date(string feld)
    {
        var text = Eingaben[feld];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Formularleser.TryReadDate(text, out var tag))
            return tag;
        Fehler.Add(new(feld, Formulartexte.Of("Fehler.Datum")));
        return null;
    }
}
