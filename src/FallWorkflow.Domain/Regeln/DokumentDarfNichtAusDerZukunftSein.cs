namespace FallWorkflow.Domain.Regeln;

internal sealed class DokumentDarfNichtAusDerZukunftSein(DateOnly? datiertAm, DateOnly heute) : IRegel
{
    public bool IsBroken => datiertAm > heute;

    public string Quelle => "R25";

    public string? Feld => "datiertAm";
}
