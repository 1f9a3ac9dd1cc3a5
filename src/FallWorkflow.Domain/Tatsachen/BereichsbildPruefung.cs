using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Checks the categories of an assessment (R18, R19, R21, R23).</summary>
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
                .When(bild.Skala is < 1 or > 5, $"bereiche[{i}].skala", "SkalaAusserhalb")
                .When(bild.GemeinsamAm is null && !bild.NochNichtGemeinsam, $"bereiche[{i}].gemeinsamAm", "GemeinsamFehlt", Begriffe.Of(bild.Bereich))
                .When(bild.GemeinsamAm is not null && bild.NochNichtGemeinsam, $"bereiche[{i}].nochNichtGemeinsam", "GemeinsamWiderspruch")
                .When(bild.Prioritaet is < 1 or > 5, $"bereiche[{i}].prioritaet", "PrioritaetAusserhalb")
                .When(bild.Prioritaet is { } rang && bereiche.Take(i).Any(b => b.Prioritaet == rang), $"bereiche[{i}].prioritaet", "PrioritaetDoppelt");
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

    /// <summary>An assessment that was worked out together was discussed with that; otherwise it is still to be discussed (R24).</summary>
    public static Besprechungsstand AllJoint(IReadOnlyList<Bereichsbild> bereiche) =>
        bereiche.All(b => b.GemeinsamAm is not null) ? Besprechungsstand.Besprochen : Besprechungsstand.Vorlaeufig;
}
