using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class DokumentfreigabeMussBestehen(Fall fall, string dokumentId, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.FindZuweisung(zuweisungId)?.FreigegebeneDokumente.ContainsKey(dokumentId) != true;

    public string Quelle => "R57";

    public string? Feld => "dokumentId";
}
