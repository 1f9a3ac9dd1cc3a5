using System.Globalization;
using System.Resources;
using FallWorkflow.Application;

namespace FallWorkflow.Web.Formulare;

/// <summary>German labels and hints of all fields, from Formulare.resx.</summary>
internal static class Formulartexte
{
    private static readonly ResourceManager Resources = new("FallWorkflow.Web.Formulare.Formulare", typeof(Formulartexte).Assembly);

    public static string? Find(string key) => Resources.GetString(key, CultureInfo.InvariantCulture);

    public static string Of(string key) => Find(key) ?? throw new MissingManifestResourceException($"Formulare.resx has no text '{key}'.");

    public static string Of(string key, params object?[] angaben) => string.Format(CultureInfo.InvariantCulture, Of(key), angaben);

    public static string Titel(string tatsache) => Texte.Of($"Tatsache.{tatsache}");

    /// <summary>Label of a field: a text for this record first, then one for all fields of this name.</summary>
    public static string? FindLabel(string record, string feld) => Find($"{record}.{feld}") ?? Find($"Feld.{feld}");

    public static string Label(string record, string feld) => FindLabel(record, feld) ?? Of($"{record}.{feld}");

    public static string? Hinweis(string record, string feld) => Find($"{record}.{feld}.Hinweis") ?? Find($"Feld.{feld}.Hinweis");
}
