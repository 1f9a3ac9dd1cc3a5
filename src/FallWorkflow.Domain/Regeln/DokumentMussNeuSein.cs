using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class DokumentMussNeuSein(Fall fall, string dokumentId) : IRegel
{
    public bool IsBroken => fall.FindDokument(dokumentId) is not null;

    public string Quelle => "R25";

    public string? Feld => "dokumentId";
}
