namespace FallWorkflow.Domain.Kalender;

/// <summary>
/// A Feiertag that holds only where the office is, for example Mariä Himmelfahrt in Catholic municipalities of Bayern,
/// Fronleichnam in parts of Sachsen and Thüringen, or Augsburg's Friedensfest.
/// </summary>
public sealed record LokalerFeiertag
{
    /// <param name="name">German name, not empty.</param>
    /// <param name="regel">
    /// <c>15.08.</c> (every year), <c>31.10.2017</c> (once), <c>Ostern+60</c> (days from Easter Sunday, -80 to +250) or <c>Mittwoch vor 23.11.</c>
    /// </param>
    /// <param name="vonJahr">First year, inclusive; null is: always was.</param>
    /// <param name="bisJahr">Last year, inclusive; null is: still holds.</param>
    /// <exception cref="FormatException">Name or rule cannot be read; the message is German and says what is possible.</exception>
    public LokalerFeiertag(string name, string regel, int? vonJahr = null, int? bisJahr = null)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new FormatException(KalenderTexte.Get("Feiertag_Name"));
        if (bisJahr < vonJahr)
            throw new FormatException(KalenderTexte.Format("Feiertag_Jahre", name, vonJahr, bisJahr));

        Rule = Feiertagsregel.TryParse(regel ?? string.Empty)
            ?? throw new FormatException(KalenderTexte.Format("Feiertag_Regel", regel));
        Name = name.Trim();
        Regel = regel!;
        VonJahr = vonJahr;
        BisJahr = bisJahr;
    }

    public string Name { get; }

    public string Regel { get; }

    public int? VonJahr { get; }

    public int? BisJahr { get; }

    private Feiertagsregel Rule { get; }

    /// <summary>The day in <paramref name="jahr"/>, or null where it does not hold.</summary>
    public DateOnly? DayIn(int jahr)
        => jahr >= (VonJahr ?? int.MinValue) && jahr <= (BisJahr ?? int.MaxValue) ? Rule.DayIn(jahr) : null;
}
