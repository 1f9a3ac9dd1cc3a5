using System.Globalization;
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

    /// <param name="eigene">Names of the one whose copy it is: their words stay, also where others share them.</param>
    private Schwaerzung(IEnumerable<(string Text, Fundart Art)> werte, IEnumerable<string> eigene)
    {
        var alle = werte.Select(w => w with { Text = w.Text.Trim() }).Where(w => w.Text.Length > 0).ToList();
        _werte = [.. alle.Select(w => w.Text)];
        var name = string.Join(' ', eigene);
        _muster = Namenswoerter.PatternOf(alle.SelectMany(w => Elsewhere(w.Text, w.Art)).Where(w => Namenswoerter.PatternOf([w])?.IsMatch(name) != true));
    }

    private enum Fundart
    {
        /// <summary>Replaced wherever it stands.</summary>
        Angabe,

        /// <summary>A name: its words are replaced as well.</summary>
        Name,

        /// <summary>A name or a role, such as "Schwester".</summary>
        Rolle,

        /// <summary>What somebody wrote: a single word of it says nothing elsewhere.</summary>
        Text,
    }

    /// <summary>What stands in place of the data of another person.</summary>
    public static string Platzhalter => Texte.Of("Auskunft.Platzhalter");

    /// <summary>Replaces nothing.</summary>
    public static Schwaerzung Keine { get; } = new([], []);

    /// <summary>For the client: everything about others is replaced.</summary>
    public static Schwaerzung ForKlient(Fall fall) => new(fall.Akte.SelectMany(e => ThirdOf(e.Tatsache)), fall.Person is { } p ? [p.Name] : []);

    /// <summary>For a member of the household: what is about the client or about other members is replaced.</summary>
    public static Schwaerzung ForMitglied(Fall fall, string mitgliedId)
    {
        var eigene = fall.Akte.Where(e => IsAbout(e.Tatsache, mitgliedId)).ToList();
        var eigeneWerte = eigene.SelectMany(e => ThirdOf(e.Tatsache)).Select(w => w.Text).ToHashSet();
        var andere = fall.Akte.Except(eigene).SelectMany(e => ThirdOf(e.Tatsache)).Concat(PersonOf(fall)).Where(w => !eigeneWerte.Contains(w.Text));
        return new(andere, eigene.Select(e => e.Tatsache).OfType<MitgliedEinbezogen>().Select(t => t.Name));
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

    /// <summary>What of a value is replaced within other texts.</summary>
    private static IEnumerable<string> Elsewhere(string text, Fundart art) => art switch
    {
        Fundart.Name => Namenswoerter.Of(text).Any() ? Namenswoerter.Of(text).Append(text) : [],
        Fundart.Rolle => Namenswoerter.Of(text).Count() > 1 ? [text] : [],
        Fundart.Text => text.Contains(' ', StringComparison.Ordinal) ? [text] : [],
        _ => [text],
    };

    private static IEnumerable<(string Text, Fundart Art)> PersonOf(Fall fall)
    {
        if (fall.Person is not { } person)
            yield break;
        yield return (person.Name, Fundart.Name);
        foreach (var angabe in new[] { person.Telefon, person.Anschrift }.OfType<string>())
            yield return (angabe, Fundart.Angabe);
        foreach (var form in new[] { "dd.MM.yyyy", "d.M.yyyy", "dd.MM.yy", "yyyy-MM-dd" })
        {
            if (person.Geburtsdatum is { } tag)
                yield return (tag.ToString(form, CultureInfo.InvariantCulture), Fundart.Angabe);
        }
    }

    private static Fundart ArtOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<NenntNamenAttribute>() is null ? Fundart.Text
        : parameter.GetCustomAttribute<DatenDritterAttribute>()!.NurHier ? Fundart.Rolle : Fundart.Name;

    private JsonNode? Masked(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Masked(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Masked)]),
        JsonValue v when v.TryGetValue(out string? text) => JsonValue.Create(MaskStored(text)),
        _ => node?.DeepClone(),
    };

    private static bool IsRecord(object wert) => wert.GetType().IsClass && wert.GetType().Namespace == typeof(Hilfe).Namespace;

    private static IEnumerable<(string Text, Fundart Art)> ThirdOf(object record)
    {
        foreach (var parameter in MembersOf(record.GetType()))
        {
            var wert = record.GetType().GetProperty(parameter.Name!)!.GetValue(record);
            var dritte = IsThird(parameter, record);
            switch (wert)
            {
                case string text when dritte:
                    yield return (text, ArtOf(parameter));
                    break;
                case IEnumerable<string> texte when dritte:
                    foreach (var text in texte)
                        yield return (text, ArtOf(parameter));
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
