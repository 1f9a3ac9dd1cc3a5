using System.Globalization;
using System.Resources;

namespace FallWorkflow.Application;

/// <summary>German texts of the application, from Texte.resx.</summary>
public static class Texte
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Application.Texte", typeof(Texte).Assembly);

    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    /// <exception cref="MissingManifestResourceException">The key has no text.</exception>
    public static string Of(string key, params object?[] angaben)
    {
        var text = Resources.GetString(key, CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException($"Texte.resx has no text '{key}'.");
        return angaben.Length == 0 ? text : string.Format(Deutsch, text, angaben);
    }

    /// <summary>Null if the key has no text.</summary>
    internal static string? Find(string key) => Resources.GetString(key, CultureInfo.InvariantCulture);
}
