using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Checks the categories of an assessment (R18, R19).</summary>
internal static class BereichsbildPruefung
{
    public static IEnumerable<Eingabefehler> Validate(IReadOnlyList<Bereichsbild>? bereiche, bool vollstaendig)
    {
        var pruefung = new Pruefung();
        for (var i = 0; i < (bereiche?.Count ?? 0); i++)
        {
            var bild = bereiche![i];
            pruefung
                .Enum($"bereiche[{i}].bereich", bild.Bereich)
                .Optional($"bereiche[{i}].probleme", bild.Probleme)
                .Optional($"bereiche[{i}].ressourcen", bild.Ressourcen)
                .When(bild.Skala is < 1 or > 5, $"bereiche[{i}].skala", "SkalaAusserhalb");
            if (vollstaendig)
            {
                pruefung
                    .Text($"bereiche[{i}].probleme", bild.Probleme)
                    .When(string.IsNullOrWhiteSpace(bild.Ressourcen) && !bild.KeineRessourceGenannt, $"bereiche[{i}].ressourcen", "RessourceFehlt", Begriffe.Of(bild.Bereich));
            }
        }

        foreach (var bereich in Enum.GetValues<Lebensbereich>())
        {
            var anzahl = bereiche?.Count(b => b.Bereich == bereich) ?? 0;
            pruefung
                .When(vollstaendig && anzahl == 0, "bereiche", "BereichFehlt", Begriffe.Of(bereich))
                .When(anzahl > 1, "bereiche", "BereichDoppelt", Begriffe.Of(bereich));
        }

        return pruefung.Fehler;
    }
}
