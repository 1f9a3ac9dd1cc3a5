using System.Globalization;
using System.Resources;

namespace FallWorkflow.Engine.Validation;

/// <summary>What process designers read; the texts are in Texts.resx.</summary>
internal static class Texts
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly ResourceManager Resources = new("FallWorkflow.Engine.Validation.Texts", typeof(Texts).Assembly);

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name, params object[] values)
    {
        var text = Resources.GetString(name, German) ?? throw new MissingManifestResourceException($"Text '{name}' is missing.");
        // Not string.Format: remedies show program text, and that has braces.
        for (var i = 0; i < values.Length; i++)
            text = text.Replace($"{{{i}}}", Convert.ToString(values[i], German), StringComparison.Ordinal);
        return text;
    }
}
