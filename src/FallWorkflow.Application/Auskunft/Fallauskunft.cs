using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Auskunft;

/// <summary>A copy as it was issued.</summary>
/// <param name="Erteilung">The entry that records the issue, as corrected.</param>
/// <param name="Erste">The entry as it was first made; the copy reaches up to it.</param>
/// <param name="Eintraege">Entries of the Akte that belong into it, oldest first.</param>
/// <param name="Schwaerzung">What is about other people than the one whose copy it is.</param>
/// <param name="Aufbewahrung">How long the Akte is kept after the end as text of a Frist, agreed or of the concept in force on the day of issue; null while nobody has set it (R90).</param>
/// <param name="Tabellen">Every stored row that belongs to the Fall, by table; what is about other people is replaced. As it is now, so empty once <see cref="IstUeberholt"/>.</param>
public sealed record Fallauskunft(
    Fall Fall, Eintrag Erteilung, Eintrag Erste, IReadOnlyList<Eintrag> Eintraege, Schwaerzung Schwaerzung, string? Aufbewahrung,
    IReadOnlyDictionary<string, IReadOnlyList<Datensatz>> Tabellen)
{
    /// <summary>Documents that were in the Akte when it was issued, oldest first, as they are now: what was removed since cannot be handed out any more.</summary>
    public IReadOnlyList<Auskunftsdokument> Dokumente =>
    [
        .. Eintraege.Where(e => e.Berichtigt is null).Select(e => e.Tatsache).OfType<DokumentAbgelegt>().Select(t => Fall.FindDokument(t.DokumentId)!).Select(d => new Auskunftsdokument(
            d,
            d.Betrifft == Personenbezug.AuchAndere ? Schwaerzung.Platzhalter : Schwaerzung.Mask(d.Titel),
            d.EntferntAm is not null ? Dokumentverbleib.Entfernt : d.Betrifft == Personenbezug.AuchAndere ? Dokumentverbleib.AuchUeberAndere : Dokumentverbleib.Beigefuegt)),
    ];

    /// <summary>What was recorded about the issue.</summary>
    public AuskunftErteilt Erteilt => (AuskunftErteilt)Erteilung.Tatsache;

    /// <summary>The client's copy of a record that was written on: the rows of now are more than what was handed out.</summary>
    public bool IstUeberholt => !Erteilt.IstAnteil && Fall.Akte[^1].Nr > Erste.Nr;

    /// <summary>The member of the household whose own share it is; null for the client's copy.</summary>
    public Haushaltsmitglied? Mitglied => Erteilt.IstAnteil ? Fall.Haushalt.First(m => m.Id == Erteilt.MitgliedId) : null;
}
