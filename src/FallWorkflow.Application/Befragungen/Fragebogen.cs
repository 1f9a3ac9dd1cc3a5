using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Befragungen;

/// <summary>
/// What a person answers (R80), each from 1 (trifft nicht zu) to 5 (trifft voll zu), null where a question is left out. There is
/// no field for free text: it could tell who wrote it.
/// </summary>
/// <param name="Respekt">I was treated with respect.</param>
/// <param name="Verstaendlichkeit">I understood what was happening.</param>
/// <param name="Mitbestimmung">The goals were mine.</param>
/// <param name="Unterstuetzung">The help was of use to me.</param>
/// <param name="Zufriedenheit">All in all I am satisfied.</param>
public sealed record Fragebogen(int? Respekt = null, int? Verstaendlichkeit = null, int? Mitbestimmung = null, int? Unterstuetzung = null, int? Zufriedenheit = null)
{
    /// <summary>Wire names of the questions, in the order in which they are asked.</summary>
    public static IReadOnlyList<string> Fragen { get; } = ["respekt", "verstaendlichkeit", "mitbestimmung", "unterstuetzung", "zufriedenheit"];

    private int?[] Werte => [Respekt, Verstaendlichkeit, Mitbestimmung, Unterstuetzung, Zufriedenheit];

    /// <summary>A rating outside 1 to 5, or none at all.</summary>
    public IEnumerable<Eingabefehler> Validate() => Werte.All(w => w is null)
        ? [new(Fragen[0], Texte.Of("Befragung.Leer"))]
        : Fragen.Zip(Werte).Where(f => f.Second is < 1 or > 5).Select(f => new Eingabefehler(f.First, Texte.Of("Befragung.Skala")));

    /// <param name="heute">The day it is kept; no more than its quarter is.</param>
    /// <exception cref="InvalidInputException">A rating is outside 1 to 5, or there is none at all.</exception>
    public Befragungsantwort ToAntwort(string bueroId, DateOnly heute) => Validate().ToList() is { Count: > 0 } fehler
        ? throw new InvalidInputException(fehler)
        : new()
        {
            Id = Guid.NewGuid(),
            BueroId = bueroId,
            Quartal = Befragungsantwort.QuartalOf(heute),
            Respekt = Respekt,
            Verstaendlichkeit = Verstaendlichkeit,
            Mitbestimmung = Mitbestimmung,
            Unterstuetzung = Unterstuetzung,
            Zufriedenheit = Zufriedenheit,
        };
}
