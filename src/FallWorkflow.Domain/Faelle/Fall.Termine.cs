using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Faelle;

/// <summary>Appointments, and the client's consent to be reminded of them.</summary>
public sealed partial class Fall
{
    private readonly Dictionary<string, Termin> _termine = [];

    public IReadOnlyDictionary<string, Termin> Termine => _termine;

    /// <summary>Mail address to which the client wants to be reminded; null without consent (R88).</summary>
    public string? ErinnerungAn { get; private set; }

    /// <summary>Day of that consent.</summary>
    public DateOnly? ErinnerungSeit { get; private set; }

    /// <summary>
    /// How often an appointment was changed since it was agreed, corrections included: it only ever grows, so calendars know the newest
    /// state (RFC 5545, SEQUENCE).
    /// </summary>
    public int TerminfolgeOf(string id) =>
        EntriesOfTermin(id).Count() - 1 + (FindTermin(id)?.Stand == Terminstand.Entfallen ? 1 : 0);

    /// <summary>When the appointment was last changed (UTC).</summary>
    public DateTimeOffset TerminStandVom(string id) => EntriesOfTermin(id).Max(e => e.ErfasstAm);

    internal void Add(Termin termin) => _termine[termin.Id] = termin;

    internal Termin? FindTermin(string? id) => id is null ? null : _termine.GetValueOrDefault(id);

    /// <summary>Null names none, and nothing happens.</summary>
    internal void CloseTermin(string? id, Terminstand stand)
    {
        if (FindTermin(id) is { IstOffen: true } termin)
            termin.Stand = stand;
    }

    /// <summary>It took place, so what was recorded about it was talked about (R24).</summary>
    internal void HoldTermin(string? id, DateOnly am)
    {
        if (FindTermin(id) is null)
            return;
        CloseTermin(id, Terminstand.Gehalten);
        Discuss(EntriesOfTermin(id!).Select(e => e.Id), am);
    }

    internal void EndTermine()
    {
        foreach (var termin in _termine.Values)
            CloseTermin(termin.Id, Terminstand.Entfallen);
    }

    internal void SetErinnerung(string? adresse, DateOnly? seit) => (ErinnerungAn, ErinnerungSeit) = (adresse, seit);

    private IEnumerable<Eintrag> EntriesOfTermin(string id) =>
        _akte.Where(e => e.Tatsache is TerminVereinbart or TerminVerschoben or TerminAbgesagt && e.Tatsache.Bezug == id);

    private void ResetTermine()
    {
        _termine.Clear();
        SetErinnerung(null, null);
    }
}
