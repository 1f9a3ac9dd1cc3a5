using System.Globalization;
using System.Resources;

namespace FallWorkflow.Messaging;

/// <summary>German texts for partners, from Texte.resx.</summary>
internal static class Texte
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Messaging.Texte", typeof(Texte).Assembly);

    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    public static string Of(string key, params object[] angaben) => string.Format(
        Deutsch,
        Resources.GetString(key, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"Texte.resx has no text '{key}'."),
        angaben);
}
