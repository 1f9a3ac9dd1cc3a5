using System.Text.Json;
using System.Text.Json.Serialization;

namespace FallWorkflow.Domain.Faelle;

/// <summary>
/// The legal bases of services, from the embedded file <c>rechtsgrundlagen.json</c> (R46): dated data with the source cited, so that
/// a change of the law is a new line and not new code. A norm that was rewritten has one line for each form it had.
/// </summary>
public static class Rechtsgrundlagen
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyList<Rechtsgrundlage>> Loaded = new(Load);

    public static IReadOnlyList<Rechtsgrundlage> Alle => Loaded.Value;

    /// <summary>What can be named on a day.</summary>
    public static IReadOnlyList<Rechtsgrundlage> On(DateOnly am) => [.. Alle.Where(r => r.AppliesOn(am))];

    public static bool IsKnown(string? norm) => Alle.Any(r => r.Norm == norm);

    private static IReadOnlyList<Rechtsgrundlage> Load()
    {
        using var stream = typeof(Rechtsgrundlagen).Assembly.GetManifestResourceStream("FallWorkflow.Domain.Faelle.rechtsgrundlagen.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<Rechtsgrundlage>>(stream, Strict)!;
    }
}
