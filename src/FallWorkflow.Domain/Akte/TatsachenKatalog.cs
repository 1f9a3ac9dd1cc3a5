using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FallWorkflow.Domain.Akte;

/// <summary>All facts by wire name, and their JSON form (camelCase, enums as text, unknown properties refused).</summary>
public static class TatsachenKatalog
{
    private static readonly Dictionary<string, TatsachenArt> ByName = typeof(Tatsache).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Tatsache)) && !t.IsAbstract)
        .Select(t => new TatsachenArt(t, t.GetCustomAttribute<TatsacheAttribute>()
            ?? throw new InvalidOperationException($"{t.Name} has no wire name.")))
        .ToDictionary(a => a.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, TatsachenArt> ByType = ByName.Values.ToDictionary(a => a.Type);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = false,
    };

    public static IReadOnlyCollection<TatsachenArt> Alle => ByName.Values;

    public static TatsachenArt? Find(string name) => ByName.GetValueOrDefault(name);

    public static TatsachenArt ArtOf(Tatsache tatsache) => ByType[tatsache.GetType()];

    public static string Serialize(Tatsache tatsache) => JsonSerializer.Serialize(tatsache, tatsache.GetType(), Json);

    /// <exception cref="KeyNotFoundException">No fact has this wire name.</exception>
    /// <exception cref="JsonException">The JSON does not fit the fact; the path names the place.</exception>
    public static Tatsache Deserialize(string name, string json) =>
        (Tatsache)JsonSerializer.Deserialize(json, ByName[name].Type, Json)!;
}

/// <summary>One kind of fact.</summary>
public sealed class TatsachenArt(Type type, TatsacheAttribute attribute)
{
    public Type Type { get; } = type;

    public string Name { get; } = attribute.Name;

    /// <summary>Roles that may record it by hand; empty if only processes do.</summary>
    public IReadOnlyList<string> Rollen { get; } =
        attribute.Rollen.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Anforderungen { get; } = attribute.Anforderungen;

    /// <summary>The API records it at an address of its own.</summary>
    public bool EigeneAdresse { get; } = attribute.EigeneAdresse;
}
