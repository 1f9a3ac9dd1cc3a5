namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergabegespraechMussGefuehrtSein(DateOnly? am, DateOnly heute) : IRegel
{
    public bool IsBroken => am is null || am > heute;

    public string Quelle => "R55";

    public string? Feld => "uebergabegespraechAm";

    public bool AbweichungMoeglich => true;
}
