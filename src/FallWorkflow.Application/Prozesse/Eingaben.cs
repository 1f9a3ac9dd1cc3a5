using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Reads the inputs of case activities.</summary>
internal static class Eingaben
{
    public static FallScope Scope(this IActivityContext context) =>
        context.Burst.Host as FallScope ?? throw new InvalidOperationException("A case activity runs only within a Fall.");

    public static string? Text(this IActivityContext context, string name)
    {
        var text = context.Input(name) switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? s) => s,
            var other => other.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <exception cref="ProzessfehlerException">The input is missing.</exception>
    public static string Required(this IActivityContext context, string name) =>
        context.Text(name) ?? throw new ProzessfehlerException(Texte.Of("EingabeFehlt", context.Activity.DisplayText, name));

    public static bool Flag(this IActivityContext context, string name, bool standard) => context.Input(name) switch
    {
        null => standard,
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        var other => bool.TryParse(other.ToString(), out var flag) ? flag : standard,
    };

    public static int Number(this IActivityContext context, string name, int standard) => context.Input(name) switch
    {
        null => standard,
        JsonValue value when value.TryGetValue(out double zahl) => (int)zahl,
        var other => int.TryParse(other.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var zahl) ? zahl : standard,
    };

    /// <summary>A list written as JSON array, or as text separated by commas or line breaks.</summary>
    public static IReadOnlyList<string> List(this IActivityContext context, string name) => Split(context.Input(name));

    public static IReadOnlyList<string> Split(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => [.. array.Select(n => n?.ToString() ?? "").Where(s => s.Length > 0)],
        var other when other.ToString().TrimStart().StartsWith('[') => Split(JsonNode.Parse(other.ToString())),
        var other => other.ToString().Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    /// <summary>The rule that the inputs describe; null if the activity names no anchor.</summary>
    public static Fristregel? Frist(this IActivityContext context, string ankerEingabe, Fristpunkt punkt)
    {
        if (context.Text(ankerEingabe) is not { } anker)
            return null;
        if (!Ankerpunkte.Alle.Contains(anker))
            throw new ProzessfehlerException(Texte.Of("AnkerUnbekannt", context.Activity.DisplayText, anker, string.Join(", ", Ankerpunkte.Alle)));
        return new(
            context.Activity.DisplayText,
            anker,
            context.Text("bezug"),
            context.Text("parameter"),
            Period(context, "wert"),
            punkt,
            context.Text("vorlaufParameter"),
            Period(context, "vorlaufWert"),
            context.Number("vielfaches", 1),
            context.Flag("ruhtBeiPause", true),
            anker == Ankerpunkte.Jetzt ? context.Scope().Heute : null);
    }

    /// <summary>The timer of this execution by name; null if it waits for none.</summary>
    public static async ValueTask<Engine.Timers.WorkflowTimer?> FindTimerAsync(this IActivityContext context, string name) =>
        (await context.Burst.Store.TimersOfAsync(context.Instance.Id)).FirstOrDefault(t => t.ExecutionId == context.ExecutionId && t.Name == name);

    private static string? Period(IActivityContext context, string name)
    {
        if (context.Text(name) is not { } text)
            return null;
        return Domain.Kalender.Frist.TryParse(text, out _, out var fehler)
            ? text
            : throw new ProzessfehlerException(Texte.Of("FristUnlesbar", context.Activity.DisplayText, name, fehler));
    }
}
