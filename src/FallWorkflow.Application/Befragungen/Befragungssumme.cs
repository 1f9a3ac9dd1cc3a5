namespace FallWorkflow.Application.Befragungen;

/// <summary>What the surveys of an office say (R80).</summary>
/// <param name="Antworten">Answered surveys; null if there are some, but too few to show.</param>
public sealed record Befragungssumme(
    int? Antworten, Fragesumme Respekt, Fragesumme Verstaendlichkeit, Fragesumme Mitbestimmung, Fragesumme Unterstuetzung, Fragesumme Zufriedenheit)
{
    /// <summary>The questions in the order in which they are asked.</summary>
    public IReadOnlyList<(string Frage, Fragesumme Summe)> Fragen =>
        [.. Fragebogen.Fragen.Zip([Respekt, Verstaendlichkeit, Mitbestimmung, Unterstuetzung, Zufriedenheit])];

    /// <summary>Without what rests on fewer answers: few could be told apart.</summary>
    public Befragungssumme Hide(int mindestzahl) => new(
        Antworten > 0 && Antworten < mindestzahl ? null : Antworten, Respekt.Hide(mindestzahl), Verstaendlichkeit.Hide(mindestzahl),
        Mitbestimmung.Hide(mindestzahl), Unterstuetzung.Hide(mindestzahl), Zufriedenheit.Hide(mindestzahl));
}
