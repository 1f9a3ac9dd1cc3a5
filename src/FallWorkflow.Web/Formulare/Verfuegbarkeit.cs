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
