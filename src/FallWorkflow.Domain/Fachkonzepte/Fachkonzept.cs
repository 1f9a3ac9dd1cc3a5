using System.Text.Json;
using System.Text.Json.Serialization;

namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>
/// The local concept of an office, dated and versioned (R85): criteria of access, periods, target groups. Values that an
/// office leaves out come from the product's default concept, which is data (<c>standardkonzept.json</c>).
/// </summary>
public sealed class Fachkonzept
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<Fachkonzept> StandardKonzept = new(LoadStandard);

    public required string BueroId { get; init; }

    /// <summary>From 1; every decision stores the version that was applied (R05).</summary>
    public required int Version { get; init; }

    public required DateOnly GueltigAb { get; init; }

    /// <summary>Periods by parameter name as text of a Frist, for example <c>Kontaktfenster.Beginn</c> → <c>4 Wochen</c>.</summary>
    public IReadOnlyDictionary<string, string> Fristen { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of needs for action that the general access rule asks for (R01); null takes the default.</summary>
    public int? MindestBedarfe { get; init; }

    /// <summary>Reference of running Fälle per Fallmanager (R84); null takes the default.</summary>
    public Betreuungsschluessel? Betreuungsschluessel { get; init; }

    /// <summary>
    /// Smallest number of people that exports for research and the survey show, 3 to 50 (R80); null takes the default. Smaller
    /// ones could tell who is meant.
    /// </summary>
    public int? Mindestzahl { get; init; }

    /// <summary>Target groups that are admitted with fewer needs (R04); null takes the default.</summary>
    public IReadOnlyList<string>? Zielgruppen { get; init; }

    /// <summary>Versions of what people are told at the beginning (R12); null takes the default.</summary>
    public IReadOnlyList<Aufklaerungstext>? Aufklaerungstexte { get; init; }

    /// <summary>Plan templates for target groups (R45); null takes the default.</summary>
    public IReadOnlyList<Planvorlage>? Planvorlagen { get; init; }

    /// <summary>Departures that take effect only with the approval of the team lead (R86), see <see cref="Abweichungen"/>; null or empty: none.</summary>
    public IReadOnlyList<string>? FreigabeFuer { get; init; }

    /// <summary>
    /// Processes are published only after a second Prozessgestalter has agreed (R85); null: no. Processes belong to all offices, so
    /// it holds for all of them as soon as one concept in force says so.
    /// </summary>
    public bool? VierAugen { get; init; }

    /// <summary>Roles that do a kind of task in this office (R85), by <c>Aufgabe.Art</c>; what is left out is done by the role of the process.</summary>
    public IReadOnlyDictionary<string, string>? Aufgabenrollen { get; init; }

    /// <summary>Why this version was made; shown where timers move because of it.</summary>
    public string Begruendung { get; init; } = "";

    public static Fachkonzept Standard => StandardKonzept.Value;

    public int MindestBedarfeOrDefault => MindestBedarfe ?? Standard.MindestBedarfe!.Value;

    public Betreuungsschluessel BetreuungsschluesselOrDefault => Betreuungsschluessel ?? Standard.Betreuungsschluessel!;

    public int MindestzahlOrDefault => Mindestzahl ?? Standard.Mindestzahl!.Value;

    public IReadOnlyList<string> ZielgruppenOrDefault => Zielgruppen ?? Standard.Zielgruppen!;

    public IReadOnlyList<Aufklaerungstext> AufklaerungstexteOrDefault => Aufklaerungstexte ?? Standard.Aufklaerungstexte!;

    /// <summary>
    /// All target groups that the concept has something for: easier access (R04) or a plan template (R45). Only
    /// <see cref="ZielgruppenOrDefault"/> makes the access easier.
    /// </summary>
    public IReadOnlyList<string> AlleZielgruppen =>
        [.. ZielgruppenOrDefault.Concat(PlanvorlagenOrDefault.Select(v => v.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<Planvorlage> PlanvorlagenOrDefault => Planvorlagen ?? Standard.Planvorlagen!;

    /// <summary>The office's value, else the default; null if neither knows the parameter (retention has no default).</summary>
    public string? FindFrist(string parameter) =>
        Fristen.GetValueOrDefault(parameter) ?? (ReferenceEquals(this, Standard) ? null : Standard.Fristen.GetValueOrDefault(parameter));

    public static IReadOnlyCollection<string> Parameter => Fristparameter.Alle;

    private static Fachkonzept LoadStandard()
    {
        using var stream = typeof(Fachkonzept).Assembly.GetManifestResourceStream("FallWorkflow.Domain.Fachkonzepte.standardkonzept.json")!;
        return JsonSerializer.Deserialize<Fachkonzept>(stream, Json)!;
    }
}
