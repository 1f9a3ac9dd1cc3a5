using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Web.Prozesse;

/// <summary>What is told about a step or a line of a picture, by colour and by sign and text.</summary>
/// <param name="Klasse">Look, as <c>fw-bild--{Klasse}</c> in app.css: neu, entfallen, geaendert, or one that the caller adds there.</param>
/// <param name="Zeichen">One or two characters that tell it without colour, for example <c>+</c>.</param>
/// <param name="Text">A few words, drawn at the step; lines show only the sign.</param>
public sealed record Bildmarke(string Klasse, string Zeichen, string Text);

/// <summary>One step of a picture. Lengths are pixels of the canvas.</summary>
public sealed record Bildschritt(string Id, string Name, double X, double Y, double Breite, double Hoehe, Bildmarke? Marke = null);

/// <summary>One line of a picture, between steps of the same canvas.</summary>
/// <param name="Ausgang">Outcome by its name in the JSON.</param>
/// <param name="Text">Outcome in words; empty draws none.</param>
/// <param name="Punkte">Bends.</param>
public sealed record Bildlinie(
    string Von, string Ausgang, string Nach, string Eingang, string Text, IReadOnlyList<(double X, double Y)> Punkte, Bildmarke? Marke = null);

/// <summary>One canvas: the process itself, or the inside of one of its steps.</summary>
/// <param name="Behaelter">Id of the step whose inside it is.</param>
public sealed record Bildebene(string Behaelter, string Titel, IReadOnlyList<Bildschritt> Schritte, IReadOnlyList<Bildlinie> Linien);

/// <summary>
/// A process as it is drawn: the process first, then the insides of its steps. Marks come from whoever wants to tell something
/// about steps: <c>Prozessbild.Of(definition).Mark(s =&gt; …)</c>. Drawn by the partial <c>_Prozessbild</c>.
/// </summary>
public sealed record Prozessbild(string Titel, IReadOnlyList<Bildebene> Ebenen)
{
    private const double Breite = 220;

    private const double Hoehe = 60;

    /// <param name="definition">A definition in Elsa's JSON.</param>
    public static Prozessbild Of(JsonObject definition)
    {
        var titel = new[] { Text(definition["name"]), Text(definition["definitionId"]) }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? "";
        var ebenen = new List<Bildebene>();
        if (definition["root"] is JsonObject wurzel)
            Collect(wurzel, titel, ebenen);
        return new(titel, ebenen);
    }

    /// <summary>The same picture with what is told about its steps and lines.</summary>
    public Prozessbild Mark(Func<Bildschritt, Bildmarke?> schritt, Func<Bildlinie, Bildmarke?>? linie = null) => this with
    {
        Ebenen =
        [
            .. Ebenen.Select(e => e with
            {
                Schritte = [.. e.Schritte.Select(s => s with { Marke = schritt(s) })],
                Linien = [.. e.Linien.Select(l => l with { Marke = linie?.Invoke(l) })],
            }),
        ],
    };

    private static void Collect(JsonObject behaelter, string titel, List<Bildebene> ebenen)
    {
        var innen = Inside(behaelter).ToList();
        if (innen.Count == 0)
            return;
        var folge = behaelter["connections"] is not JsonArray;
        var schritte = new List<Bildschritt>();
        // What has no place on the canvas stands in a column of its own below everything else.
        var unten = innen.Select(s => Place(s) is { } o ? o.Y + o.Hoehe + 60 : 0).DefaultIfEmpty(0).Max();
        foreach (var schritt in innen)
        {
            var ort = folge ? null : Place(schritt);
            schritte.Add(new(Id(schritt), NameOf(schritt), ort?.X ?? 0, ort?.Y ?? unten, ort?.Breite ?? Breite, ort?.Hoehe ?? Hoehe));
            if (ort is null)
                unten += Hoehe + 60;
        }

        ebenen.Add(new(Id(behaelter), titel, schritte, folge ? InOrder(behaelter, schritte) : [.. Lines(behaelter)]));
        foreach (var schritt in innen)
            Collect(schritt, NameOf(schritt), ebenen);
    }

    /// <summary>A list of steps is a sequence; steps in ports have no order.</summary>
    private static List<Bildlinie> InOrder(JsonObject behaelter, List<Bildschritt> schritte) =>
        behaelter["activities"] is not JsonArray || Text(behaelter["type"]) == "Elsa.Parallel"
            ? []
            : [.. schritte.Zip(schritte.Skip(1), (a, b) => new Bildlinie(a.Id, "Done", b.Id, "In", "", []))];

    private static IEnumerable<Bildlinie> Lines(JsonObject behaelter)
    {
        foreach (var linie in behaelter["connections"]!.AsArray().OfType<JsonObject>())
        {
            var (von, ausgang) = End(linie["source"], "Done");
            var (nach, eingang) = End(linie["target"], "In");
            var punkte = (linie["vertices"] as JsonArray ?? []).OfType<JsonObject>().Select(p => (Number(p["x"]) ?? 0, Number(p["y"]) ?? 0));
            yield return new(von, ausgang, nach, eingang, ausgang == "Done" ? "" : Prozesswoerter.Ausgang(ausgang), [.. punkte]);
        }
    }

    private static (string Schritt, string Port) End(JsonNode? ende, string port) => ende switch
    {
        JsonObject o => (Text(o["activity"]) ?? "", Text(o["port"]) ?? port),
        _ => (Text(ende) ?? "", port),
    };

    private static IEnumerable<JsonObject> Inside(JsonObject schritt) =>
        schritt.Where(p => p.Key is not ("metadata" or "customProperties")).SelectMany(p => Steps(p.Value));

    private static IEnumerable<JsonObject> Steps(JsonNode? node) => node switch
    {
        JsonArray liste => liste.SelectMany(Steps),
        JsonObject schritt when Text(schritt["type"]) is not null && Text(schritt["id"]) is not null => [schritt],
        JsonObject fall when fall["activity"] is JsonObject innen => Steps(innen),
        _ => [],
    };

    private static (double X, double Y, double Breite, double Hoehe)? Place(JsonObject schritt)
    {
        if (schritt["metadata"] is not JsonObject metadaten || metadaten["designer"] is not JsonObject ort
            || Number((ort["position"] as JsonObject)?["x"]) is not { } x || Number((ort["position"] as JsonObject)?["y"]) is not { } y)
            return null;
        var groesse = ort["size"] as JsonObject;
        return (x, y, Number(groesse?["width"]) is > 0 and var b ? b : Breite, Number(groesse?["height"]) is > 0 and var h ? h : Hoehe);
    }

    private static string NameOf(JsonObject schritt) =>
        new[] { Text((schritt["metadata"] as JsonObject)?["displayText"]), Text(schritt["name"]), Id(schritt) }.First(t => !string.IsNullOrWhiteSpace(t))!;

    private static string Id(JsonObject schritt) => Text(schritt["id"]) ?? "";

    private static string? Text(JsonNode? wert) => wert is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : null;

    private static double? Number(JsonNode? wert) => wert is JsonValue v && v.GetValueKind() == JsonValueKind.Number
        && double.TryParse(v.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var zahl) && Math.Abs(zahl) < 1_000_000 ? zahl : null;
}
