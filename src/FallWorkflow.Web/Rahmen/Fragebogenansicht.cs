using FallWorkflow.Application.Befragungen;
using FallWorkflow.Domain.Akte;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Web.Rahmen;

/// <summary>The questions of the survey (R80) with what was chosen and what is wrong.</summary>
internal sealed record Fragebogenansicht(IReadOnlyDictionary<string, string> Werte, IReadOnlyList<Eingabefehler> Fehler)
{
    public static Fragebogenansicht Leer { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>From "does not apply" to "applies fully"; the last leaves the question open.</summary>
    public static IEnumerable<(string Wert, string Text)> Stufen =>
        Enumerable.Range(1, 5).Select(n => ($"{n}", Seitentexte.T($"Befragung.Stufe.{n}"))).Append(("", Seitentexte.T("Befragung.Stufe.Ohne")));

    public static Fragebogenansicht Of(IFormCollection formular) => new(Fragebogen.Fragen.ToDictionary(f => f, f => formular[f].ToString()), []);

    /// <summary>What is no number is out of range, so that it is refused and not left out.</summary>
    public Fragebogen ToFragebogen() => new(Read("respekt"), Read("verstaendlichkeit"), Read("mitbestimmung"), Read("unterstuetzung"), Read("zufriedenheit"));

    public string WertOf(string frage) => Werte.GetValueOrDefault(frage, "");

    public string? FehlerOf(string frage) => Fehler.FirstOrDefault(f => f.Feld == frage)?.Meldung;

    private int? Read(string frage) => WertOf(frage) is not { Length: > 0 } text ? null : int.TryParse(text, out var zahl) ? zahl : 0;
}
