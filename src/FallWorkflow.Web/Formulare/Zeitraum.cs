namespace FallWorkflow.Web.Formulare;

/// <summary>A period as it was typed; where it cannot be used, the twelve months up to today with what is wrong.</summary>
internal sealed record Zeitraum(DateOnly Von, DateOnly Bis, string VonText, string BisText, string? Fehler)
{
    public static Zeitraum Of(string? von, string? bis, DateOnly heute)
    {
        var (anfang, ende) = (heute.AddYears(-1).AddDays(1), heute);
        string? fehler = null;
        if (!string.IsNullOrWhiteSpace(von) && !Formularleser.TryReadDate(von, out anfang))
            fehler = Formulartexte.Of("Fehler.Datum");
        if (!string.IsNullOrWhiteSpace(bis) && !Formularleser.TryReadDate(bis, out ende))
            fehler = Formulartexte.Of("Fehler.Datum");
        if (fehler is null && ende < anfang)
            fehler = Seitentexte.T("Team.ZeitraumVerkehrt");
        var (vonText, bisText) = (von ?? Formularwerte.Show(anfang), bis ?? Formularwerte.Show(ende));
        return fehler is null ? new(anfang, ende, vonText, bisText, null) : new(heute.AddYears(-1).AddDays(1), heute, vonText, bisText, fehler);
    }
}
