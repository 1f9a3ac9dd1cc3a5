using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>The outbox as its port describes it, in memory: leases, fences, order per Fall.</summary>
public sealed class FakeOutbox : IOutbox
{
    private const int MaxVersuche = 10;

    private readonly List<Nachricht> _rows = [];
    private readonly Gedaechtnis _state = new();
    private Func<Exception?> _fault = () => null;

    public IReadOnlyList<Nachricht> Rows => _state.Do(() => _rows.ToList());

    /// <summary>How often a message was given back without counting an attempt.</summary>
    public int Releases { get; private set; }

    /// <summary>Makes every call fail with what it returns, as a store that is away does.</summary>
    public void FailWith(Func<Exception?> fault) => _fault = fault;

    public void Add(params Nachricht[] nachrichten) => _state.Do(() =>
    {
        foreach (var n in nachrichten)
        {
            n.Nr = _rows.Count + 1;
            _rows.Add(n);
        }

        return true;
    });

    public Task UntilAllSentAsync() => _state.UntilAsync(() => _rows.All(n => n.GesendetAm is not null), "outbox empty", Describe);

    public Task UntilAsync(Func<IReadOnlyList<Nachricht>, bool> reached, string expectation) =>
        _state.UntilAsync(() => reached(_rows), expectation, Describe);

    public Task<IReadOnlyList<Nachricht>> ClaimAsync(
        DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) => Call(() =>
    {
        // Only the first unsent message of a Fall is free, as in the product's outbox: no later one can overtake it.
        var free = _rows.Where(n => n.GesendetAm is null).GroupBy(n => n.FallId)
            .Select(g => g.MinBy(n => n.Nr)!).Where(n => !(n.LeaseUntil > now) && !(n.FruehestensAm > now) && n.Versuche < MaxVersuche)
            .OrderBy(n => n.Nr).Take(max).ToList();
        foreach (var n in free)
        {
            n.LeaseOwner = owner;
            n.LeaseUntil = now + lease;
            n.Fence++;
        }

        return (IReadOnlyList<Nachricht>)[.. free.Select(Copy)];
    });

    public Task<bool> MarkSentAsync(Nachricht nachricht, DateTimeOffset sentAt, CancellationToken cancellation = default) => Call(() =>
        Mine(nachricht, n => n.GesendetAm = sentAt));

    public Task MarkFailedAsync(Nachricht nachricht, string error, DateTimeOffset notBefore, CancellationToken cancellation = default) => Call(() =>
        Mine(nachricht, n =>
        {
            n.Versuche++;
            n.LetzterFehler = error;
            n.FruehestensAm = notBefore;
            n.LeaseUntil = null;
        }));

    public Task ReleaseAsync(Nachricht nachricht, DateTimeOffset notBefore, CancellationToken cancellation = default) => Call(() =>
        Mine(nachricht, n =>
        {
            Releases++;
            n.FruehestensAm = notBefore;
            n.LeaseUntil = null;
        }));

    public Task<bool> UnparkAsync(Guid id, CancellationToken cancellation = default) =>
        throw new NotSupportedException("The relay never unparks; a person does.");

    public Task<int> CountUnsentAsync(CancellationToken cancellation = default) => Call(() => _rows.Count(n => n.GesendetAm is null));

    private bool Mine(Nachricht claimed, Action<Nachricht> change)
    {
        var row = _rows.Single(n => n.Id == claimed.Id);
        if (row.Fence != claimed.Fence)
            return false;
        change(row);
        return true;
    }

    private Task<T> Call<T>(Func<T> work) => _fault() is { } fault ? Task.FromException<T>(fault) : Task.FromResult(_state.Do(work));

    private string Describe() => string.Join("; ", _rows.Select(n => $"{n.Nr} {(n.GesendetAm is null ? "waits" : "sent")} {n.LetzterFehler}"));

    private static Nachricht Copy(Nachricht n) => new()
    {
        Id = n.Id,
        FallId = n.FallId,
        Art = n.Art,
        TraegerId = n.TraegerId,
        Inhalt = n.Inhalt,
        Nr = n.Nr,
        ErstelltAm = n.ErstelltAm,
        Versuche = n.Versuche,
        LeaseOwner = n.LeaseOwner,
        LeaseUntil = n.LeaseUntil,
        Fence = n.Fence,
    };
}
