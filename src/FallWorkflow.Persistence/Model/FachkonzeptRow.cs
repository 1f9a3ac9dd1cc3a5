using System.Text.Json;
using System.Text.Json.Serialization;
using FallWorkflow.Domain.Fachkonzepte;

namespace FallWorkflow.Persistence.Model;

/// <summary>One dated version of an office's local concept.</summary>
internal sealed class FachkonzeptRow
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required string BueroId { get; init; }

    public required int Version { get; init; }

    public required DateOnly GueltigAb { get; init; }

    public required string Begruendung { get; init; }

    public required string Daten { get; init; }

    public static FachkonzeptRow From(Fachkonzept konzept) => new()
    {
        BueroId = konzept.BueroId,
        Version = konzept.Version,
        GueltigAb = konzept.GueltigAb,
        Begruendung = konzept.Begruendung,
        Daten = JsonSerializer.Serialize(
            new Werte(
                konzept.Fristen, konzept.MindestBedarfe, konzept.Zielgruppen, konzept.Aufklaerungstexte, konzept.Planvorlagen, konzept.FreigabeFuer,
                konzept.Aufgabenrollen, konzept.Betreuungsschluessel, konzept.Mindestzahl, konzept.VierAugen), Json),
    };

    public Fachkonzept ToFachkonzept()
    {
        var werte = JsonSerializer.Deserialize<Werte>(Daten, Json)!;
        return new()
        {
            BueroId = BueroId,
            Version = Version,
            GueltigAb = GueltigAb,
            Begruendung = Begruendung,
            Fristen = werte.Fristen,
            MindestBedarfe = werte.MindestBedarfe,
            Zielgruppen = werte.Zielgruppen,
            Aufklaerungstexte = werte.Aufklaerungstexte,
            Planvorlagen = werte.Planvorlagen,
            FreigabeFuer = werte.FreigabeFuer,
            Aufgabenrollen = werte.Aufgabenrollen,
            Betreuungsschluessel = werte.Betreuungsschluessel,
            Mindestzahl = werte.Mindestzahl,
            VierAugen = werte.VierAugen,
        };
    }

    /// <summary>Only what the office itself has set; defaults stay out, so that a better default reaches it.</summary>
    private sealed record Werte(IReadOnlyDictionary<string, string> Fristen, int? MindestBedarfe, IReadOnlyList<string>? Zielgruppen,
        IReadOnlyList<Aufklaerungstext>? Aufklaerungstexte = null, IReadOnlyList<Planvorlage>? Planvorlagen = null,
        IReadOnlyList<string>? FreigabeFuer = null, IReadOnlyDictionary<string, string>? Aufgabenrollen = null,
        Betreuungsschluessel? Betreuungsschluessel = null, int? Mindestzahl = null, bool? VierAugen = null);
}
