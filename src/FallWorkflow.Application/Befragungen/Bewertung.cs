using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Befragungen;

/// <summary>What a person answers (R80). There is no field for free text: it could tell who wrote it.</summary>
public sealed record Bewertung(int? Respekt = null, int? Verstaendlichkeit = null, int? Mitbestimmung = null, int? Unterstuetzung = null, int? Zufriedenheit = null)
{
    private IEnumerable<(string Feld, int? Wert)> Werte =>
    [
        ("respekt", Respekt), ("verstaendlichkeit", Verstaendlichkeit), ("mitbestimmung", Mitbestimmung),
        ("unterstuetzung", Unterstuetzung), ("zufriedenheit", Zufriedenheit),
    ];

    /// <exception cref="InvalidInputException">A rating is outside 1 to 5, or there is none at all.</exception>
    public Befragungsantwort ToAntwort(string bueroId, DateOnly monat)
    {
        var fehler = Werte.Where(w => w.Wert is < 1 or > 5).Select(w => new Eingabefehler(w.Feld, Texte.Of("Befragung.Skala"))).ToList();
        if (fehler.Count == 0 && Werte.All(w => w.Wert is null))
            fehler.Add(new("zufriedenheit", Texte.Of("Befragung.Leer")));
        if (fehler.Count > 0)
            throw new InvalidInputException(fehler);
        return new()
        {
            Id = Guid.NewGuid(),
            BueroId = bueroId,
            Monat = new(monat.Year, monat.Month, 1),
            Respekt = Respekt,
            Verstaendlichkeit = Verstaendlichkeit,
            Mitbestimmung = Mitbestimmung,
            Unterstuetzung = Unterstuetzung,
            Zufriedenheit = Zufriedenheit,
        };
    }
}
