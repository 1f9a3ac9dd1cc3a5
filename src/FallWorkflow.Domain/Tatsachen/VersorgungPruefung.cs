using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Checks what an assessment says about help and services (R20, R22).</summary>
internal static class VersorgungPruefung
{
    public static IEnumerable<Eingabefehler> Validate(string? versorgungslage, IReadOnlyList<Hilfe>? hilfen, IReadOnlyList<Leistungsbild>? leistungen)
    {
        var pruefung = new Pruefung().Optional("versorgungslage", versorgungslage);
        for (var i = 0; i < (hilfen?.Count ?? 0); i++)
        {
            pruefung
                .Text($"hilfen[{i}].wer", hilfen![i].Wer, Pruefung.Kurz)
                .Text($"hilfen[{i}].was", hilfen[i].Was)
                .Enum($"hilfen[{i}].art", hilfen[i].Art)
                .Optional($"hilfen[{i}].aktivSeit", hilfen[i].AktivSeit, Pruefung.Kurz);
        }

        for (var i = 0; i < (leistungen?.Count ?? 0); i++)
        {
            pruefung
                .Text($"leistungen[{i}].zuweisungId", leistungen![i].ZuweisungId, Pruefung.Kurz)
                .Text($"leistungen[{i}].einschaetzung", leistungen[i].Einschaetzung);
        }

        return pruefung.Fehler;
    }
}
