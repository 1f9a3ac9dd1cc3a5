namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>A dated version of what the office tells people at the beginning (R12).</summary>
/// <param name="Fassung">Name of the version, for example <c>Erstinformation 2023-1</c>; stored with every first interview.</param>
/// <param name="Text">The wording (German).</param>
/// <param name="GueltigBis">Last day on which it is used; null until another version replaces it.</param>
public sealed record Aufklaerungstext(string Fassung, DateOnly GueltigAb, string Text, DateOnly? GueltigBis = null)
{
    public bool AppliesOn(DateOnly am) => GueltigAb <= am && !(GueltigBis < am);
}
