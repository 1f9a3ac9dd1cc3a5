namespace FallWorkflow.Application.Stammdaten;

/// <summary>A partner organisation that receives referrals.</summary>
public sealed class Traeger
{
    /// <summary>Short id in lower case letters, digits and hyphens; part of queue names, so it carries no personal data.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Leistungsbereich { get; set; }

    public string? EMail { get; set; }
}
