using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Auskunft;

/// <summary>
/// Replaces what is about other people by a visible placeholder with the reason (R25, R89), wherever it stands: in its own
/// field, in a note, or in a row of the database.
/// </summary>
public sealed class Schwaerzung
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _werte;
    private readonly Regex? _muster;

    private Schwaerzung(IEnumerable<string> werte)
    {
        _werte = [.. werte.Select(w => w.Trim()).Where(w => w.Length > 0)];

        // One or two letters say nothing within a longer text, and would tear it apart.
        var lange = _werte.Where(w => w.Length > 2).OrderByDescending(w => w.Length).Select(Regex.Escape).ToList();
        if (lange.Count > 0)
            _muster = new($@"(?<!\w)({string.Join('|', lange)})(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
    }

    /// <summary>What stands in place of the data of another person.</summary>
    public static string Platzhalter => Texte.Of("Auskunft.Platzhalter");

    /// <summary>Replaces nothing.</summary>
    public static Schwaerzung Keine { get; } = new([]);

    /// <summary>For the client: everything about others is replaced.</summary>
    public static Schwaerzung ForKlient(Fall fall) => new(
        fall.Akte.SelectMany(e => ThirdOf(e.Tatsache)).Where(w => fall.Person is not { } p || (w != p.Name && w != p.Vorname && w != p.Nachname)));

    /// <summary>For a member of the household: what is about the client or about other members is replaced.</summary>
    public static Schwaerzung ForMitglied(Fall fall, string mitgliedId)
    {
        var andere = fall.Akte.Where(e => !IsAbout(e.Tatsache, mitgliedId)).SelectMany(e => ThirdOf(e.Tatsache));
        var eigene = fall.Akte.Where(e => IsAbout(e.Tatsache, mitgliedId)).SelectMany(e => ThirdOf(e.Tatsache)).ToHashSet();
        string?[] person = [fall.Person?.Name, fall.Person?.Vorname, fall.Person?.Nachname, fall.Person?.Telefon, fall.Person?.Anschrift];
        return new(andere.Concat(person.OfType<string>()).Where(w => !eigene.Contains(w)));
    }

    /// <summary>Whether an entry is this member's own share of the record (R89).</summary>
    public static bool IsAbout(Tatsache tatsache, string mitgliedId) => tatsache switch
    {
        MitgliedEinbezogen t => t.MitgliedId == mitgliedId,
        MitgliedEntlassen t => t.MitgliedId == mitgliedId,
        AuskunftErteilt t => t.MitgliedId == mitgliedId,
        _ => false,
    };

    /// <summary>Whether a value of a record is about another person.</summary>
    public static bool IsThird(ParameterInfo parameter, object record)
    {
        if (parameter.GetCustomAttribute<DatenDritterAttribute>() is not { } marke)
            return false;
        if (marke.Wenn is null)
            return true;
        var teile = marke.Wenn.Split('=');
        return teile[1].Split('|').Contains(record.GetType().GetProperty(teile[0])!.GetValue(record)?.ToString());
    }

    /// <summary>Parameters of the record, which are all its values.</summary>
    public static ParameterInfo[] MembersOf(Type record) =>
        record.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();

    public string Mask(string text) => _werte.Contains(text.Trim()) ? Platzhalter : _muster?.Replace(text, Platzhalter) ?? text;

    /// <summary>JSON is replaced value by value, so that it stays readable; any other text as it is.</summary>
    public string MaskStored(string text)
    {
        if (_werte.Count == 0 || text.Length == 0)
            return text;
        if (text[0] is not ('{' or '['))
            return Mask(text);
        try
        {
            return Masked(JsonNode.Parse(text))!.ToJsonString(Json);
        }
        catch (JsonException)
        {
            return Mask(text);
        }
    }

    private JsonNode? Masked(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Masked(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Masked)]),
        JsonValue v when v.TryGetValue(out string? text) => JsonValue.Create(MaskStored(text)),
        _ => node?.DeepClone(),
    };

    private static bool IsRecord(object wert) => wert.GetType().IsClass && wert.GetType().Namespace == typeof(Hilfe).Namespace;

    private static IEnumerable<string> ThirdOf(object record)
    {
        foreach (var parameter in MembersOf(record.GetType()))
        {
            var wert = record.GetType().GetProperty(parameter.Name!)!.GetValue(record);
            var dritte = IsThird(parameter, record);
            switch (wert)
            {
                case string text when dritte:
                    yield return text;
                    break;
                case IEnumerable<string> texte when dritte:
                    foreach (var text in texte)
                        yield return text;
                    break;
                case System.Collections.IEnumerable liste and not string:
                    foreach (var text in liste.OfType<object>().Where(IsRecord).SelectMany(ThirdOf))
                        yield return text;
                    break;
                case not null when IsRecord(wert):
                    foreach (var text in ThirdOf(wert))
                        yield return text;
                    break;
            }
        }

        // What waits for approval is kept as JSON.
        if (record is AbweichungBeantragt antrag && antrag.TryReadBeantragt() is { } beantragt)
        {
            foreach (var text in ThirdOf(beantragt))
                yield return text;
        }
    }
}
