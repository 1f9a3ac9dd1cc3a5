using System.Text;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Writes tables as spreadsheets of German offices read them: UTF-8 with byte order mark, semicolons, decimal comma, CRLF.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(Tabelle tabelle)
    {
        var text = new StringBuilder();
        Append(text, tabelle.Spalten);
        foreach (var zeile in tabelle.Zeilen)
            Append(text, zeile.Bezeichnungen.Select(Harmless).Concat(zeile.Werte));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Append(StringBuilder text, IEnumerable<string> zellen) => text.AppendJoin(';', zellen.Select(Quote)).Append("\r\n");

    /// <summary>Words come from outside: a spreadsheet must not take them for a formula.</summary>
    private static string Harmless(string wort) => wort.Length > 0 && "=+-@\t\r".Contains(wort[0], StringComparison.Ordinal) ? $"'{wort}" : wort;

    private static string Quote(string zelle) =>
        zelle.AsSpan().IndexOfAny(";\"\r\n") < 0 ? zelle : $"\"{zelle.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
