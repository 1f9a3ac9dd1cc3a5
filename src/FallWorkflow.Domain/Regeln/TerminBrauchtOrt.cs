using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Regeln;

internal sealed class TerminBrauchtOrt(Fall fall, string terminId, Kontaktform? form, string? ort) : IRegel
{
    public bool IsBroken => string.IsNullOrWhiteSpace(ort) && fall.FindTermin(terminId) is { Ort: null or "" } termin && TerminVereinbart.NeedsOrt(form ?? termin.Form);

    public string Quelle => "R51";

    public string? Feld => "ort";
}
