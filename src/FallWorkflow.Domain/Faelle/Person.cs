using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>The client as far as the Jobcenter hands over.</summary>
public sealed record Person(
    [NenntNamen] string Vorname,
    [NenntNamen] string Nachname,
    [NenntNamen(NurHier = true)] DateOnly? Geburtsdatum = null,
    [NenntNamen] string? Telefon = null,
    [NenntNamen] string? Anschrift = null)
{
    public string Name => $"{Vorname} {Nachname}".Trim();
}
