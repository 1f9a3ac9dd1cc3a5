using System.Collections;
using System.Globalization;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Web.Auskunft;

/// <summary>An issued copy as people read it: on its page, on paper, as a PDF.</summary>
/// <param name="Eintraege">The entries of the Akte, oldest first, each with what was recorded.</param>
/// <param name="Verarbeitung">What for, whence, to whom, how long.</param>
/// <param name="Zugriffe">Who read the record or got something of it until then, newest first.</param>
/// <param name="NameOf">Names of people and partners by the ids with which the Akte names them.</param>
internal sealed record Auskunftsansicht(
    Fallauskunft Auskunft, IReadOnlyList<Klartexteintrag> Eintraege, IReadOnlyList<Verarbeitungsangabe> Verarbeitung, IReadOnlyList<Zugriffsereignis> Zugriffe, Func<string, string> NameOf)
{
    /// <summary>A stored value as text; empty ones are left out.</summary>
    public static string? Show(object? wert) => wert switch
    {
        null or "" or "{}" => null,
        DateTimeOffset at => $"{Ortszeit.DateOf(at):dd.MM.yyyy} {Ortszeit.TimeOf(at):HH\\:mm}",
        DateOnly tag => tag.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        bool ja => Seitentexte.T(ja ? "Auskunft.Ja" : "Auskunft.Nein"),
        string text => text,
        IEnumerable liste => string.Join(", ", liste.Cast<object?>().Select(Show)),
        IFormattable zahl => zahl.ToString(null, CultureInfo.GetCultureInfo("de-DE")),
        _ => wert.ToString(),
    };
}
