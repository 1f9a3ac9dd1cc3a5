using System.Text.Json;
using System.Text.Json.Serialization;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Service.Demo;

/// <summary>The people and places of the demo, from demo.json; nobody in it exists.</summary>
internal sealed class Demojobcenter
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required string Kennwort { get; init; }

    public required IReadOnlyList<Buero> Bueros { get; init; }

    public required IReadOnlyList<Benutzer> Benutzer { get; init; }

    public required IReadOnlyList<Traeger> Traeger { get; init; }

    public required IReadOnlyList<string> Vornamen { get; init; }

    public required IReadOnlyList<string> Nachnamen { get; init; }

    public required IReadOnlyList<Handlungsbedarf> Bedarfe { get; init; }

    public static Demojobcenter Load()
    {
        using var stream = typeof(Demojobcenter).Assembly.GetManifestResourceStream("FallWorkflow.Service.Demo.demo.json")!;
        return JsonSerializer.Deserialize<Demojobcenter>(stream, Options)!;
    }
}
