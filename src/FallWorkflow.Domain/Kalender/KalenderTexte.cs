using System.Globalization;
using System.Resources;

namespace FallWorkflow.Domain.Kalender;

/// <summary>German texts of the calendar (<c>KalenderTexte.resx</c>).</summary>
internal static class KalenderTexte
{
    private static readonly ResourceManager Texte = new(typeof(KalenderTexte));

    internal static string Get(string key)
        => Texte.GetString(key, CultureInfo.InvariantCulture)
           ?? throw new MissingManifestResourceException($"KalenderTexte.resx has no entry '{key}'.");

    internal static string Format(string key, params object?[] values)
        => string.Format(CultureInfo.InvariantCulture, Get(key), values);
}
