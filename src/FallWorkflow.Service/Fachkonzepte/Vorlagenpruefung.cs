using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Service.Fachkonzepte;

/// <summary>Checks the texts (R12) and plan templates (R45) of a concept.</summary>
internal static class Vorlagenpruefung
{
    private const int Kurz = 200;
    private const int Lang = 10_000;

    public static IEnumerable<Eingabefehler> Validate(IReadOnlyList<Aufklaerungstext>? texte, IReadOnlyList<Planvorlage>? vorlagen)
    {
        for (var i = 0; i < (texte?.Count ?? 0); i++)
        {
            if (Wrong(texte![i].Fassung, Kurz) is { } fassung)
                yield return new($"aufklaerungstexte[{i}].fassung", fassung);
            else if (texte.Take(i).Any(t => t.Fassung == texte[i].Fassung))
                yield return new($"aufklaerungstexte[{i}].fassung", Texte.Of("Konzept.Doppelt"));
            if (Wrong(texte[i].Text, Lang) is { } text)
                yield return new($"aufklaerungstexte[{i}].text", text);
        }

        for (var i = 0; i < (vorlagen?.Count ?? 0); i++)
        {
            if (Wrong(vorlagen![i].Name, Kurz) is { } name)
                yield return new($"planvorlagen[{i}].name", name);
            else if (vorlagen.Take(i).Any(v => v.Name == vorlagen[i].Name))
                yield return new($"planvorlagen[{i}].name", Texte.Of("Konzept.Doppelt"));
            for (var n = 0; n < vorlagen[i].Schritte.Count; n++)
            {
                if (Wrong(vorlagen[i].Schritte[n].Bezeichnung, Kurz) is { } schritt)
                    yield return new($"planvorlagen[{i}].schritte[{n}].bezeichnung", schritt);
                if (vorlagen[i].Schritte[n].Rechtsgrundlage is { Length: > 0 } norm && !Rechtsgrundlagen.IsKnown(norm))
                    yield return new($"planvorlagen[{i}].schritte[{n}].rechtsgrundlage", Texte.Of("Feld.Unbekannt", string.Join(", ", Rechtsgrundlagen.Alle.Select(r => r.Norm).Distinct())));
            }
        }
    }

    private static string? Wrong(string? text, int max) =>
        string.IsNullOrWhiteSpace(text) ? Texte.Of("Feld.Fehlt") : text.Length > max ? Texte.Of("Feld.ZuLang", max) : null;
}
