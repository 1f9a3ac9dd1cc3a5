using System.Globalization;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Engine.Migration;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>What was chosen on the page of a Versionswechsel, from its address or from its form.</summary>
/// <param name="Von">Null: not chosen yet.</param>
/// <param name="Nach">Null: the draft.</param>
/// <param name="Schritte">Choice by id of the old step: <c>aufgeben</c>, <c>weiter:</c> or <c>neu:</c> with the id of the new one.</param>
internal sealed record Wechselwahl(
    int? Von, int? Nach, bool Gewaehlt, string? BueroId, bool NurHindernisse, bool FristenNeu, string? Ab, IReadOnlyDictionary<string, string> Schritte)
{
    public const string Entwurf = "entwurf";

    /// <summary>Prefix of the fields that say where a step goes.</summary>
    public const string Schritt = "schritt.";

    public const string Aufgeben = "aufgeben";

    public const string Weiter = "weiter:";

    public const string Neu = "neu:";

    public static Wechselwahl Of(Eingaben eingaben, IEnumerable<string> felder) => new(
        Number(eingaben["von"]), Number(eingaben["nach"]), !string.IsNullOrEmpty(eingaben["nach"]),
        eingaben["buero"] is { Length: > 0 } buero ? buero : null, eingaben["nur"] == "ja", eingaben["fristen"] == "neu",
        eingaben["ab"] is { Length: > 0 } ab ? ab : null,
        felder.Where(f => f.StartsWith(Schritt, StringComparison.Ordinal) && !string.IsNullOrEmpty(eingaben[f]))
            .ToDictionary(f => f[Schritt.Length..], f => eingaben[f]!, StringComparer.Ordinal));

    /// <summary>Choices for steps that the versions at hand do not ask about are left out.</summary>
    public Wechselauftrag ToAuftrag(string definitionId, IEnumerable<Schrittfrage> fragen, IReadOnlyCollection<string> faelle, string? grund)
    {
        Dictionary<string, MigrationTarget> zuordnung = new(StringComparer.Ordinal);
        foreach (var frage in fragen)
        {
            if (Schritte.GetValueOrDefault(frage.Id) is { } wahl && TargetOf(wahl) is { } ziel && (ziel.ActivityId is null || frage.Ziele.Any(z => z.Id == ziel.ActivityId)))
                zuordnung[frage.Id] = ziel;
        }

        return new(definitionId, Von!.Value, Nach, zuordnung, faelle, FristenNeu, grund);
    }

    /// <summary>The same choice as fields of a form or an address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Felder()
    {
        yield return new("von", Von?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return new("nach", Nach?.ToString(CultureInfo.InvariantCulture) ?? Entwurf);
        if (BueroId is not null)
            yield return new("buero", BueroId);
        if (NurHindernisse)
            yield return new("nur", "ja");
        if (FristenNeu)
            yield return new("fristen", "neu");
        foreach (var (schritt, wahl) in Schritte)
            yield return new(Schritt + schritt, wahl);
    }

    private static MigrationTarget? TargetOf(string wahl) => wahl switch
    {
        Aufgeben => new(null),
        _ when wahl.StartsWith(Weiter, StringComparison.Ordinal) => new(wahl[Weiter.Length..]),
        _ when wahl.StartsWith(Neu, StringComparison.Ordinal) => new(wahl[Neu.Length..], BeginsAnew: true),
        _ => null,
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var zahl) ? zahl : null;
}
