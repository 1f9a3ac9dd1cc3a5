using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class DokumentMussVorhandenSein(Fall fall, string dokumentId) : IRegel
{
    public bool IsBroken => fall.FindDokument(dokumentId) is not { EntferntAm: null };

    public string Quelle => "R25";

    public string? Feld => "dokumentId";
}
