using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Files of running Fälle, made and sent as a team lead would.</summary>
internal static class Uebernahmeprobe
{
    public const string Adresse = "/api/import/faelle";

    /// <summary>A Fall of two years in the Umsetzung, last contact five weeks before <see cref="Gemeinsam.Heute"/> (2027-01-11).</summary>
    private static readonly (string Spalte, string Wert)[] Ueblich =
    [
        ("Quelle", "Altverfahren"), ("Schlüssel", "A-1"), ("Büro", "Nürnberg-Süd"), ("Fallmanagement", Testjobcenter.Fallmanagerin),
        ("Vorname", "Jörg"), ("Nachname", "Müßig-Öztürk"), ("Geburtsdatum", "01.02.1980"), ("Übergeben am", "02.02.2026"), ("Einwilligung am", "16.02.2026"),
        ("Aufgenommen am", "16.02.2026"), ("Phase", "Umsetzung"), ("Handlungsbedarfe", "Gesundheit: Sucht | Finanzen: Schulden | Familie"),
        ("Letzter Kontakt am", "14.12.2026"), ("Kontaktform", "Telefon"), ("Kooperationsplan vom", "16.03.2026"), ("Letzte Fortschreibung am", "16.09.2026"),
    ];

    public static string Key() => $"K-{Guid.NewGuid():N}";

    /// <summary>A file with one line per list of changes; an empty value leaves the cell empty.</summary>
    public static string Csv(params (string Spalte, string Wert)[][] zeilen)
    {
        var spalten = Ueblich.Select(u => u.Spalte).Concat(zeilen.SelectMany(z => z.Select(a => a.Spalte))).Distinct().ToList();
        var text = new StringBuilder().AppendJoin(';', spalten).Append("\r\n");
        foreach (var zeile in zeilen)
        {
            var werte = Ueblich.ToDictionary(u => u.Spalte, u => u.Wert);
            foreach (var (spalte, wert) in zeile)
                werte[spalte] = wert;
            text.AppendJoin(';', spalten.Select(s => werte.GetValueOrDefault(s, ""))).Append("\r\n");
        }

        return text.ToString();
    }

    public static Task<HttpResponseMessage> SendCsvAsync(this Sitzung sitzung, byte[] datei, bool pruefen = false)
    {
        var inhalt = new ByteArrayContent(datei);
        inhalt.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        return sitzung.Http.PostAsync($"{Adresse}?pruefen={(pruefen ? "true" : "false")}", inhalt);
    }

    public static Task<HttpResponseMessage> SendCsvAsync(this Sitzung sitzung, string datei, bool pruefen = false) =>
        sitzung.SendCsvAsync(Encoding.UTF8.GetBytes(datei), pruefen);

    public static async Task<JsonElement> ImportAsync(this Sitzung sitzung, string datei, bool pruefen = false) =>
        await Sitzung.ReadAsync(await sitzung.SendCsvAsync(datei, pruefen));

    /// <summary>The only line of a report.</summary>
    public static JsonElement Single(this JsonElement bericht) => bericht.GetProperty("ergebnisse").EnumerateArray().Single();

    /// <summary>State and first mistake of each line, for example <c>Fehlerhaft Phase: …</c>.</summary>
    public static IReadOnlyList<string> Lines(this JsonElement bericht) =>
    [
        .. bericht.GetProperty("ergebnisse").EnumerateArray().Select(e =>
        {
            var fehler = e.GetProperty("fehler").EnumerateArray().Select(f => $" {f.GetProperty("spalte").GetString() ?? "–"}: {f.GetProperty("meldung").GetString()}").FirstOrDefault();
            return $"{e.GetProperty("stand").GetString()}{fehler}";
        }),
    ];
}
