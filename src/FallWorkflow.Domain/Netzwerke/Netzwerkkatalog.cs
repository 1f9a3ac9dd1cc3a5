using System.Reflection;
using System.Text.Json;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>All facts about the network by wire name, in the JSON form of <see cref="TatsachenKatalog"/>.</summary>
public static class Netzwerkkatalog
{
    private static readonly Dictionary<string, TatsachenArt> ByName = typeof(Netzwerktatsache).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Netzwerktatsache)))
        .Select(t => new TatsachenArt(t, t.GetCustomAttribute<TatsacheAttribute>() ?? throw new InvalidOperationException($"{t.Name} has no wire name.")))
        .ToDictionary(a => a.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, TatsachenArt> ByType = ByName.Values.ToDictionary(a => a.Type);

    public static IReadOnlyCollection<TatsachenArt> Alle => ByName.Values;

    public static TatsachenArt? Find(string name) => ByName.GetValueOrDefault(name);

    public static TatsachenArt ArtOf(Netzwerktatsache tatsache) => ByType[tatsache.GetType()];

    public static string Serialize(Netzwerktatsache tatsache) => JsonSerializer.Serialize(tatsache, tatsache.GetType(), TatsachenKatalog.Json);

    /// <exception cref="KeyNotFoundException">No fact has this wire name.</exception>
    /// <exception cref="JsonException">The JSON does not fit the fact.</exception>
    public static Netzwerktatsache Deserialize(string name, string json) =>
        (Netzwerktatsache)JsonSerializer.Deserialize(json, ByName[name].Type, TatsachenKatalog.Json)!;
}
