namespace FallWorkflow.Domain.Faelle;

/// <summary>A contact outside the Jobcenter before there was a Fall (R17).</summary>
public sealed record Vorkontakt(DateOnly Am, string Ort, string Themen);
