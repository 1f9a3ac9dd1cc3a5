using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UeberschrittenesZielBrauchtBegruendung(Fall fall, string zielId, DateOnly am, string? begruendung) : IRegel
{
    public bool IsBroken => am > fall.Ziele.GetValueOrDefault(zielId)?.Bis && string.IsNullOrWhiteSpace(begruendung);

    public string Quelle => "R31";

    public string? Feld => "begruendung";
}
