using System.Text.Json.Nodes;

namespace FallWorkflow.Conformance.Tests;

/// <summary>One folder of <c>conformance/</c>: definitions, the case and what is expected of it.</summary>
internal sealed class RecordedCase(string folder)
{
    public static readonly string Root = Path.Combine(AppContext.BaseDirectory, "conformance");

    private readonly JsonObject _case = Load(Path.Combine(folder, "case.json"));

    public bool Unordered => (bool?)_case["unordered"] ?? false;

    public bool IsQuirk => (bool?)_case["quirk"] ?? false;

    public static RecordedCase Named(string name) => new(Directory.GetDirectories(Root, name, SearchOption.AllDirectories).Single());

    /// <summary>Names of all cases of one part, <c>cases</c> or <c>own</c>.</summary>
    public static IEnumerable<string> Names(string part) =>
        Directory.GetDirectories(Path.Combine(Root, part)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    /// <summary>The command line that plays it: children first, the tried definition last.</summary>
    public string[] Arguments(string mode) =>
    [
        "run",
        .. Directory.GetFiles(folder, "child-*.json").Order(StringComparer.Ordinal),
        Path.Combine(folder, "definition.json"),
        "--case", Path.Combine(folder, "case.json"),
        "--mode", mode,
        "--format", "json",
    ];

    /// <summary>What is expected in this mode; the same as in counter mode unless it was recorded apart.</summary>
    public JsonObject Expected(string mode)
    {
        var apart = Path.Combine(folder, $"expected.{mode}.json");
        return Load(File.Exists(apart) ? apart : Path.Combine(folder, "expected.json"));
    }

    public static JsonObject Load(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
