using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

/// <summary>Others have not agreed, and a program cannot black a file out.</summary>
internal sealed class DokumentDarfNurKlientBetreffen(Fall fall, string dokumentId) : IRegel
{
    public bool IsBroken => fall.FindDokument(dokumentId) is { Betrifft: not Personenbezug.NurKlient };

    public string Quelle => "R89";

    public string? Feld => "dokumentId";
}
