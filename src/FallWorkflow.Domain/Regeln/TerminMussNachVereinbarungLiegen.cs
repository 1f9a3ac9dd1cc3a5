using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class TerminMussNachVereinbarungLiegen(DateOnly am, DateOnly wirksamAm) : IRegel
{
    public bool IsBroken => am < wirksamAm;

    public string Quelle => "R48";

    public string? Feld => "am";
}
