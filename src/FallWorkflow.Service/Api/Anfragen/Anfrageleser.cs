using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Api.Anfragen;

/// <summary>
/// Reads a JSON body into a record. Form first (every unknown, missing or mistyped field is named), then the record's own
/// checks, so that the caller hears of everything in one answer.
/// </summary>
internal static class Anfrageleser
{
    private const int MaxFehler = 50;

    private static readonly JsonSerializerOptions Optionen = Complete(TatsachenKatalog.Json);

    /// <exception cref="JsonFehlerhaftException">The body is no JSON.</exception>
    /// <exception cref="InvalidInputException">Fields are missing, unknown or wrong.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        using var puffer = new MemoryStream();
        await request.Body.CopyToAsync(puffer, cancellation);
        return Read<T>(puffer.GetBuffer().AsMemory(0, (int)puffer.Length));
    }

    public static T Read<T>(ReadOnlyMemory<byte> utf8)
        where T : class
    {
        JsonDocument dokument;
        try
        {
            dokument = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new JsonFehlerhaftException(PathOf<T>(utf8, e), e.LineNumber + 1, e.BytePositionInLine + 1, e);
        }

        using (dokument)
            return Read<T>(dokument.RootElement);
    }

    private static T Read<T>(JsonElement wurzel)
        where T : class
    {
        var fehler = new List<Eingabefehler>();
        var lesbar = Check(wurzel, Optionen.GetTypeInfo(typeof(T)), "", fehler);
        var wert = lesbar ? wurzel.Deserialize<T>(Optionen) : null;
        if (wert is IPruefbar pruefbar && fehler.Count > 0)
            fehler.AddRange(pruefbar.Validate().Where(f => fehler.TrueForAll(bisher => bisher.Feld != f.Feld)));
        if (fehler.Count > 0)
            throw new InvalidInputException([.. fehler.Take(MaxFehler)]);
        return wert!;
    }

    /// <summary>Collects what is wrong; false if the value cannot become an object that may be looked into.</summary>
    private static bool Check(JsonElement element, JsonTypeInfo typ, string pfad, List<Eingabefehler> fehler) => typ.Kind switch
    {
        JsonTypeInfoKind.Object => CheckObject(element, typ, pfad, fehler),
        JsonTypeInfoKind.Enumerable => CheckList(element, typ, pfad, fehler),
        JsonTypeInfoKind.Dictionary when element.ValueKind != JsonValueKind.Object => Wrong(fehler, pfad, "Feld.Objekt"),
        _ => CheckValue(element, typ, pfad, fehler),
    };

    private static bool CheckObject(JsonElement element, JsonTypeInfo typ, string pfad, List<Eingabefehler> fehler)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Wrong(fehler, pfad, "Feld.Objekt");

        var lesbar = true;
        var gegeben = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var feld in element.EnumerateObject())
        {
            var eigenschaft = typ.Properties.FirstOrDefault(p => p.Name.Equals(feld.Name, StringComparison.OrdinalIgnoreCase));
            var name = Join(pfad, eigenschaft?.Name ?? feld.Name);
            if (eigenschaft is null)
            {
                lesbar = Wrong(fehler, name, "Feld.Unbekannt", string.Join(", ", typ.Properties.Where(p => p.AssociatedParameter is not null).Select(p => p.Name)));
                continue;
            }

            // Derived values come back when somebody corrects what they have read; they are computed anew.
            if (eigenschaft.AssociatedParameter is null && eigenschaft.Set is null)
                continue;
            gegeben.Add(eigenschaft.Name);
            if (feld.Value.ValueKind == JsonValueKind.Null)
            {
                if (!MayBeNull(eigenschaft))
                    lesbar = Wrong(fehler, name, "Feld.Fehlt");
                continue;
            }

            lesbar &= Check(feld.Value, Optionen.GetTypeInfo(eigenschaft.PropertyType), name, fehler);
        }

        foreach (var pflicht in typ.Properties)
        {
            if (pflicht.AssociatedParameter is not { HasDefaultValue: false } || MayBeNull(pflicht) || gegeben.Contains(pflicht.Name))
                continue;
            Wrong(fehler, Join(pfad, pflicht.Name), "Feld.Fehlt");
            // A missing text or number leaves a record that can be asked what else is wrong; a missing object does not.
            lesbar &= pflicht.PropertyType.IsValueType || pflicht.PropertyType == typeof(string);
        }

        return lesbar;
    }

    /// <summary>A fact is a generic parameter of its body's record, and of those the serializer takes null for possible.</summary>
    private static bool MayBeNull(JsonPropertyInfo eigenschaft) =>
        !eigenschaft.PropertyType.IsSubclassOf(typeof(Tatsache)) && !eigenschaft.PropertyType.IsSubclassOf(typeof(Netzwerktatsache))
        && (eigenschaft.AssociatedParameter is { IsNullable: true } || eigenschaft.IsSetNullable);

    private static bool CheckList(JsonElement element, JsonTypeInfo typ, string pfad, List<Eingabefehler> fehler)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return Wrong(fehler, pfad, "Feld.Liste");
        var glied = Optionen.GetTypeInfo(typ.ElementType!);
        var lesbar = true;
        var i = 0;
        foreach (var wert in element.EnumerateArray())
            lesbar &= Check(wert, glied, $"{pfad}[{i++}]", fehler);
        return lesbar;
    }

    private static bool CheckValue(JsonElement element, JsonTypeInfo typ, string pfad, List<Eingabefehler> fehler)
    {
        if (element.ValueKind == JsonValueKind.Null && Nullable.GetUnderlyingType(typ.Type) is null)
            return Wrong(fehler, pfad, "Feld.Fehlt");
        try
        {
            element.Deserialize(typ);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var art = Nullable.GetUnderlyingType(typ.Type) ?? typ.Type;
            return art switch
            {
                _ when art == typeof(DateOnly) => Wrong(fehler, pfad, "Feld.Datum"),
                _ when art == typeof(TimeOnly) => Wrong(fehler, pfad, "Feld.Uhrzeit"),
                _ when art == typeof(DateTimeOffset) => Wrong(fehler, pfad, "Feld.Zeitpunkt"),
                _ when art == typeof(bool) => Wrong(fehler, pfad, "Feld.JaNein"),
                _ when art == typeof(string) => Wrong(fehler, pfad, "Feld.Text"),
                _ when art == typeof(Guid) => Wrong(fehler, pfad, "Feld.Kennung"),
                { IsEnum: true } => Wrong(fehler, pfad, "Feld.Auswahl", string.Join(", ", Enum.GetNames(art))),
                { IsPrimitive: true } => Wrong(fehler, pfad, "Feld.Zahl"),
                _ => Wrong(fehler, pfad, "Feld.Ungueltig"),
            };
        }
    }

    private static bool Wrong(List<Eingabefehler> fehler, string pfad, string text, params object[] angaben)
    {
        fehler.Add(new(Name(pfad), Texte.Of(text, angaben)));
        return false;
    }

    // The domain names a fact's fields without saying where the fact stands in the body; here they are named alike.
    private static string Name(string pfad) =>
        pfad.StartsWith("daten.", StringComparison.Ordinal) ? pfad["daten.".Length..] : pfad.Length == 0 ? "$" : pfad;

    private static string Join(string pfad, string name) => pfad.Length == 0 ? name : $"{pfad}.{name}";

    private static JsonSerializerOptions Complete(JsonSerializerOptions optionen)
    {
        optionen.MakeReadOnly(populateMissingResolver: true);
        return optionen;
    }

    /// <summary>The document reader knows line and column only; reading into the record knows the path as well.</summary>
    private static string PathOf<T>(ReadOnlyMemory<byte> utf8, JsonException bisher)
    {
        try
        {
            JsonSerializer.Deserialize<T>(utf8.Span, Optionen);
        }
        catch (JsonException e) when (e.Path is not null)
        {
            return e.Path;
        }
        catch (JsonException)
        {
            // Says no more than the first one.
        }

        return bisher.Path ?? "$";
    }
}
