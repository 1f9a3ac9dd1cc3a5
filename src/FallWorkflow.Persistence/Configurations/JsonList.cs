using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>Short lists that are only ever read as a whole are stored as JSON text, alike on all databases.</summary>
internal static class JsonList
{
    public static PropertyBuilder<IReadOnlyList<T>> HasJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        property.HasConversion(
            list => Write(list),
            text => Read<T>(text),
            new ValueComparer<IReadOnlyList<T>>((a, b) => Write(a) == Write(b), list => Write(list).GetHashCode(StringComparison.Ordinal), list => Read<T>(Write(list))));
        return property;
    }

    public static PropertyBuilder<List<T>> HasJsonList<T>(this PropertyBuilder<List<T>> property)
    {
        property.HasConversion(
            list => Write(list),
            text => Read<T>(text),
            new ValueComparer<List<T>>((a, b) => Write(a) == Write(b), list => Write(list).GetHashCode(StringComparison.Ordinal), list => Read<T>(Write(list))));
        return property;
    }

    private static string Write<T>(IReadOnlyList<T>? list) => JsonSerializer.Serialize(list ?? [], JsonSerializerOptions.Web);

    private static List<T> Read<T>(string text) => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Web) ?? [];
}
