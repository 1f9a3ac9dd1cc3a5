using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Auskunft;

/// <summary>A copy as it was issued.</summary>
/// <param name="Erteilung">The entry that records the issue; the copy reaches up to it.</param>
/// <param name="Eintraege">Entries of the Akte that belong into it, oldest first.</param>
/// <param name="Schwaerzung">What is about other people than the one whose copy it is.</param>
/// <param name="Tabellen">Every stored row that belongs to the Fall, by table; what is about other people is replaced.</param>
public sealed record Fallauskunft(
    Fall Fall, Eintrag Erteilung, IReadOnlyList<Eintrag> Eintraege, Schwaerzung Schwaerzung, IReadOnlyDictionary<string, IReadOnlyList<Datensatz>> Tabellen)
{
    /// <summary>The member of the household whose own share it is; null for the client's copy.</summary>
    public Haushaltsmitglied? Mitglied => Fall.Haushalt.FirstOrDefault(m => m.Id == ((AuskunftErteilt)Erteilung.Tatsache).MitgliedId);
}
