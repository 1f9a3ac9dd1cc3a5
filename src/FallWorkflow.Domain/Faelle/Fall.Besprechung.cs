using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Faelle;

/// <summary>No note is hidden from the client: an entry becomes final only when it was discussed (R24).</summary>
public sealed partial class Fall
{
    private readonly Dictionary<Guid, DateOnly> _besprochen = [];

    /// <summary>
    /// What is on the agenda of the next contact: valid entries that were not discussed yet, oldest first. A correction is to
    /// be discussed anew.
    /// </summary>
    public IReadOnlyList<Eintrag> ZuBesprechen
    {
        get
        {
            var ersetzt = _akte.Where(e => e.Berichtigt is not null).Select(e => e.Berichtigt!.Value).ToHashSet();
            return
            [
                .. _akte.Where(e => !ersetzt.Contains(e.Id)
                    && BesprechungOf(e).Stand is (Besprechungsstand.Vorlaeufig or Besprechungsstand.NochNichtBesprochen)),
            ];
        }
    }

    /// <summary>Whether an entry is final, and the day on which it was discussed, if it was.</summary>
    public (Besprechungsstand Stand, DateOnly? Am) BesprechungOf(Eintrag eintrag)
    {
        if (_besprochen.TryGetValue(eintrag.Id, out var am))
            return (Besprechungsstand.Besprochen, am);
        if (TatsachenKatalog.ArtOf(eintrag.Tatsache).Rollen.Count == 0)
            return (Besprechungsstand.KeineNotiz, null);
        return (eintrag.Tatsache.BeimErfassen, eintrag.Tatsache.BeimErfassen == Besprechungsstand.Besprochen ? eintrag.WirksamAm : null);
    }

    internal void Discuss(IEnumerable<Guid>? eintraege, DateOnly am)
    {
        foreach (var id in eintraege ?? [])
            _besprochen.TryAdd(id, am);
    }
}
