using FallWorkflow.Application.Faelle;

namespace FallWorkflow.Service.Api;

/// <summary>What a command did to a Fall.</summary>
/// <param name="Version">Version of the Fall afterwards; also in the ETag.</param>
/// <param name="Eintraege">Ids of the new entries of the Akte; empty when repeated.</param>
/// <param name="Wiederholt">The same key was used before; nothing happened again.</param>
/// <param name="WartetAufFreigabe">The departure was only requested: it takes effect when a second person approves it (R86).</param>
internal sealed record FallAntwort(Guid FallId, string Nummer, long Version, IReadOnlyList<Guid> Eintraege, bool Wiederholt, bool WartetAufFreigabe)
{
    public static FallAntwort Of(FallErgebnis ergebnis, HttpContext context)
    {
        context.Response.Headers.ETag = Fallversion.ToETag(ergebnis.Version);
        return new(ergebnis.FallId, ergebnis.Nummer, ergebnis.Version, ergebnis.Eintraege, ergebnis.Wiederholt, ergebnis.WartetAufFreigabe);
    }
}
