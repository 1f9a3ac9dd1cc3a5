using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Application.Ports;

/// <summary>
/// What pages and the API show in lists. Nothing here changes anything. Lists of Fälle and tasks take the person who asks
/// and contain only what the access policy lets this person see; the other methods trust their caller to have asked it.
/// </summary>
public interface IAbfragen
{
    /// <summary>Open tasks of a person: own ones, and those of the person's role in the office that nobody has. By last day in time, tasks without one last.</summary>
    Task<IReadOnlyList<Aufgabenzeile>> MeineAufgabenAsync(Akteur akteur, DateOnly heute, int max = 500, CancellationToken cancellation = default);

    /// <summary>Open tasks of an office, whoever has them; for the team lead.</summary>
    Task<IReadOnlyList<Aufgabenzeile>> AufgabenDesBuerosAsync(string bueroId, DateOnly heute, int max = 500, CancellationToken cancellation = default);

    /// <summary>All tasks of a Fall, open ones first.</summary>
    Task<IReadOnlyList<Aufgabenzeile>> AufgabenDesFallsAsync(Guid fallId, DateOnly heute, CancellationToken cancellation = default);

    Task<Aufgabenzeile?> FindAufgabeAsync(Guid aufgabeId, DateOnly heute, CancellationToken cancellation = default);

    /// <summary>Fälle that the person may see, some at a time.</summary>
    Task<Fallliste> FaelleAsync(Akteur akteur, Fallfilter filter, CancellationToken cancellation = default);

    /// <summary>Timeline of a Fall, oldest first.</summary>
    Task<IReadOnlyList<Verlaufsereignis>> VerlaufAsync(Guid fallId, CancellationToken cancellation = default);

    /// <summary>What happened to the timers of a Fall's processes: armed, moved (old, new, reason), fired, dropped; oldest first.</summary>
    Task<IReadOnlyList<Journalzeile>> JournalAsync(Guid fallId, CancellationToken cancellation = default);

    /// <summary>Referrals that a partner may see: sent ones that are not withdrawn, latest first.</summary>
    Task<IReadOnlyList<Zuweisungszeile>> ZuweisungenAsync(string traegerId, int max = 500, CancellationToken cancellation = default);

    /// <summary>Null if the referral does not exist, is withdrawn, or is another partner's.</summary>
    Task<Zuweisungszeile?> FindZuweisungAsync(string traegerId, string zuweisungId, CancellationToken cancellation = default);

    /// <summary>Messages to a partner about a referral, oldest first.</summary>
    Task<IReadOnlyList<Nachrichtenzeile>> NachrichtenAsync(string traegerId, string zuweisungId, CancellationToken cancellation = default);

    /// <summary>Contacts held by form, most frequent first (R51). Corrected entries count with their correction. Both days count.</summary>
    /// <param name="bueroId">Null: all offices.</param>
    /// <param name="teamId">Fälle whose Fallmanager belongs to this team now; null: all. Likewise below.</param>
    Task<IReadOnlyList<Kontaktanteil>> KontaktformenAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default);

    /// <summary>Goals agreed and those of them that are detours (R34). Corrected entries count with their correction. Both days count.</summary>
    /// <param name="bueroId">Null: all offices.</param>
    Task<Umwegzahl> UmwegeAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default);

    /// <summary>Fälle whose Fallmanager changed, most changes first (R55). Corrected entries count with their correction. Both days count.</summary>
    /// <param name="bueroId">Null: all offices.</param>
    Task<IReadOnlyList<Wechselzahl>> WechselAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default);

    /// <summary>Admission compared with need (R10), of the people handed over from <paramref name="von"/> to <paramref name="bis"/>, both days included.</summary>
    /// <param name="bueroId">Null: all offices.</param>
    Task<Erreichungsgrad> ErreichungsgradAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default);

    /// <summary>
    /// Help that was missing at some time from <paramref name="von"/> to <paramref name="bis"/> (R44), most Fälle first.
    /// Corrected entries count with their correction.
    /// </summary>
    /// <param name="bueroId">Null: all offices.</param>
    Task<IReadOnlyList<Angebotsluecke>> AngebotslueckenAsync(string? bueroId, DateOnly von, DateOnly bis, string? teamId = null, CancellationToken cancellation = default);

    /// <summary>Messages that have not left, oldest first.</summary>
    Task<IReadOnlyList<UngesendeteNachricht>> UngesendeteNachrichtenAsync(int max = 200, CancellationToken cancellation = default);

    /// <summary>Processes that an incident has stopped, the latest first.</summary>
    /// <param name="bueroId">Null: all offices.</param>
    Task<IReadOnlyList<GestoerterProzess>> GestoerteProzesseAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default);

    /// <summary>Failed steps that wait for their next attempt by themselves, the earliest first.</summary>
    /// <param name="bueroId">Null: all offices.</param>
    Task<IReadOnlyList<WartenderVersuch>> WartendeVersucheAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default);

    /// <summary>Processes of one Fall that an incident has stopped, the latest first.</summary>
    Task<IReadOnlyList<GestoerterProzess>> GestoerteProzesseAsync(Guid fallId, CancellationToken cancellation = default);

    /// <summary>A process that an incident has stopped; null if it is not, or there is none of this id.</summary>
    Task<GestoerterProzess?> FindGestoertenProzessAsync(string instanzId, CancellationToken cancellation = default);
}
