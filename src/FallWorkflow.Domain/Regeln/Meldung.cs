using System.Globalization;
using System.Resources;

namespace FallWorkflow.Domain.Regeln;

/// <summary>German messages of the domain, from Meldungen.resx.</summary>
public static class Meldung
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Domain.Meldungen", typeof(Meldung).Assembly);

    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    /// <exception cref="MissingManifestResourceException">The key has no text; a test keeps this from happening.</exception>
    public static string Of(string key, params object[] angaben)
    {
        var text = Resources.GetString(key, CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException($"Meldungen.resx has no text '{key}'.");
        return angaben.Length == 0 ? text : string.Format(Deutsch, text, angaben);
    }
}
