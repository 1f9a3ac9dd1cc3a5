using System.Globalization;
using System.Resources;

namespace FallWorkflow.Service.Befehle;

/// <summary>German texts that <c>run</c>, <c>simulate</c>, <c>validate</c> and <c>demo</c> print, from Befehlstexte.resx.</summary>
internal static class Befehlstexte
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Service.Befehle.Befehlstexte", typeof(Befehlstexte).Assembly);

    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    public static string Of(string key, params object?[] angaben) =>
        string.Format(Deutsch, Resources.GetString(key, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(key), angaben);
}
