namespace FallWorkflow.Domain.Faelle;

/// <summary>A provision on which a service can rest, with the time in which it applies (R46).</summary>
/// <param name="Norm">For example <c>§ 16a SGB II</c>; also what is stored.</param>
/// <param name="GueltigBis">Last day; null as long as it applies.</param>
/// <param name="Quelle">The law that introduced it in this form.</param>
public sealed record Rechtsgrundlage(string Norm, string Bezeichnung, DateOnly GueltigAb, string Quelle, DateOnly? GueltigBis = null)
{
    public bool AppliesOn(DateOnly am) => GueltigAb <= am && !(GueltigBis < am);
}
