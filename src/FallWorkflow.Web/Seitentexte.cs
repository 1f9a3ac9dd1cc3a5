using System.Globalization;
using System.Resources;

namespace FallWorkflow.Web;

/// <summary>German texts of the pages, from Seitentexte.resx.</summary>
internal static class Seitentexte
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Web.Seitentexte", typeof(Seitentexte).Assembly);

    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    /// <exception cref="MissingManifestResourceException">The key has no text.</exception>
    public static string T(string key, params object?[] angaben)
    {
        var text = Resources.GetString(key, CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException($"Seitentexte.resx has no text '{key}'.");
        return angaben.Length == 0 ? text : string.Format(Deutsch, text, angaben);
    }

    /// <summary>A day with its weekday, as people plan: Mo 15.03.2027.</summary>
    public static string Tag(DateOnly? datum) => datum is { } tag ? tag.ToString("ddd dd.MM.yyyy", Deutsch) : "–";

    public static string Datum(DateOnly? datum) => datum is { } tag ? tag.ToString("dd.MM.yyyy", Deutsch) : "–";

    /// <summary>An instant in German time: 15.03.2027 08:00.</summary>
    public static string Zeit(DateTimeOffset at) =>
        $"{Domain.Kalender.Ortszeit.DateOf(at).ToString("dd.MM.yyyy", Deutsch)} {Domain.Kalender.Ortszeit.TimeOf(at).ToString("HH:mm", Deutsch)}";
}
