using System.Text.Json.Nodes;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>In what a line differs from what was taken over from it, whatever was recorded or corrected since.</summary>
internal static class Zeilenvergleich
{
    /// <returns>One for each column that says something else now, in their order. What a column said then and no longer says is not noticed.</returns>
    public static IReadOnlyList<Uebernahmefehler> Compare(Altfall zeile, Fall fall)
    {
        if (fall.Akte.FirstOrDefault(e => e.Tatsache is AusAltverfahrenUebernommen) is not { Tatsache: AusAltverfahrenUebernommen alt } herkunft)
            return [];

        // Source and key are the same, in whatever case they are written.
        var vergleichbar = zeile with { Quelle = alt.Quelle, Schluessel = alt.Schluessel };
        // A takeover is one transaction, and all its entries were made in one instant.
        var damals = fall.Akte.Where(e => e.ErfasstAm == herkunft.ErfasstAm).ToList();
        return [.. new Altschritte(vergleichbar, herkunft.WirksamAm).Alle.SelectMany(s => Changed(s, damals)).Distinct().Order()
            .Select(s => new Uebernahmefehler(Spalten.NameOf(s), Texte.Of("Uebernahme.Geaendert")))];
    }

    private static IEnumerable<Spalte> Changed(Altschritt schritt, List<Eintrag> damals)
    {
        var gleicheArt = damals.Where(e => e.Tatsache.GetType() == schritt.Tatsache.GetType()).ToList();
        var jetzt = JsonOf(schritt.Tatsache);
        if (gleicheArt.Exists(e => e.WirksamAm == schritt.Am && JsonNode.DeepEquals(JsonOf(e.Tatsache), jetzt)))
            return [];
        if (gleicheArt.Count == 0)
            return [schritt.Datum];
        var vorher = JsonOf(gleicheArt[0].Tatsache);
        var felder = schritt.Felder.Where(f => !JsonNode.DeepEquals(At(vorher, f.Key), At(jetzt, f.Key))).Select(f => f.Value).ToList();
        return gleicheArt[0].WirksamAm != schritt.Am || felder.Count == 0 ? felder.Prepend(schritt.Datum) : felder;
    }

    private static JsonNode JsonOf(Tatsache tatsache) => JsonNode.Parse(TatsachenKatalog.Serialize(tatsache))!;

    /// <summary>The value at a path such as <c>schritte[0].bezeichnung</c>; null if nothing is there.</summary>
    private static JsonNode? At(JsonNode? json, string pfad) => pfad.Split('.', '[').Aggregate(json, (knoten, teil) => knoten switch
    {
        JsonArray liste => int.TryParse(teil.TrimEnd(']'), out var nr) && nr < liste.Count ? liste[nr] : null,
        JsonObject objekt => objekt[teil],
        _ => null,
    });
}
