using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Web.Formulare;

/// <summary>
/// Whether a fact can be recorded at all in the present state of the Fall. Only rules that look at nothing but the Fall
/// are asked; the others need what has not been typed yet. A help for choosing: the rules themselves decide on sending.
/// </summary>
internal static class Verfuegbarkeit
{
    /// <summary>Why the form cannot be used now, in words; null if it can. Rules that may be departed from are no hindrance.</summary>
    public static string? Warum(Formular formular, Fall fall, DateOnly heute)
    {
        if (Hindernis(formular.Art, fall, heute) is { AbweichungMoeglich: false } regel)
            return TextOf(regel);
        return formular.Felder.FirstOrDefault(f => f is { Art: Feldart.Auswahl, Pflicht: true, Optionen.Count: 0 }) is { } leer
            ? $"{Formulartexte.Of("Hindernis.NichtsZurAuswahl")} {leer.Label}."
            : null;
    }

    /// <summary>The rule in the way; null if there is none.</summary>
    public static IRegel? Hindernis(TatsachenArt art, Fall fall, DateOnly heute)
    {
        var leer = TatsachenKatalog.Deserialize(art.Name, "{}");
        var erfassung = new Erfassung(heute, heute, DateTimeOffset.UnixEpoch, "");
        return leer.Regeln(fall, erfassung).FirstOrDefault(r => LooksOnlyAtFall(r) && r.IsBroken);
    }

    public static string TextOf(IRegel regel) => Meldung.Of(regel.GetType().Name, regel.Angaben);

    private static bool LooksOnlyAtFall(IRegel regel) =>
        regel.GetType().GetConstructors().All(c => c.GetParameters().All(p => p.ParameterType == typeof(Fall)));
}
