using System.Threading.Channels;
using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.Commits;

/// <summary>
/// Where units of work wait for the disk. What arrives while a transaction is being written goes into the next one
/// together, so under load many share a commit; whoever comes alone is written at once and alone. Nobody is answered before
/// the commit that holds its changes.
/// </summary>
internal sealed class CommitQueue : IAsyncDisposable
{
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly RowDatabase _database;
    private readonly StoreGuard _guard;
    private readonly CommitWriter _writer;
    private readonly IFaultPoints? _faults;
    private readonly bool _queues;
    private readonly int _most;
    private readonly Lazy<Task> _loop;
    private RowConnection? _connection;

    public CommitQueue(RowDatabase database, StoreGuard guard, DatabaseDialect dialect, PersistenceOptions options, IFaultPoints? faults)
    {
        _database = database;
        _guard = guard;
        _faults = faults;
        _writer = new(database, guard, faults);
        _most = options.LargestGroup;
        // An embedded database has one writer at a time; better that they queue here than that they poll for the lock.
        _queues = dialect.IsEmbedded || (options.LargestGroup > 1 && dialect.GroupsCommits);
        _loop = new(() => dialect.IsEmbedded ? OnOwnThread() : Task.Run(RunAsync));
    }

    /// <exception cref="ConflictException"/>
    /// <exception cref="StoreUnavailableException"/>
    public async Task CommitAsync(CommitSet set, CancellationToken cancellation)
    {
        if (set.HasFaultPoints)
            _faults?.Reached(FaultPoints.BeforeStore);
        if (!_queues)
        {
            await _database.UseAsync(
                async connection =>
                {
                    await _writer.WriteAsync(connection, set, cancellation);
                    return true;
                },
                cancellation);
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        var waiting = new Waiting(set, cancellation);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(waiting), this);
        _ = _loop.Value;
        await _guard.RunAsync(() => waiting.Answer.Task);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_loop.IsValueCreated)
            await _loop.Value;
        await DropConnectionAsync();
    }

    /// <summary>SQLite blocks its thread while it waits for the disk; a thread of the pool would be missing elsewhere meanwhile.</summary>
    private Task OnOwnThread()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            // Nothing below waits for another thread, so nothing is blocked by blocking.
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                WriteNextAsync().GetAwaiter().GetResult();
            ended.SetResult();
        })
        { IsBackground = true, Name = "Commits" };
        thread.Start();
        return ended.Task;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
            await WriteNextAsync();
    }

    private async Task WriteNextAsync()
    {
        var group = new List<Waiting>();
        while (group.Count < _most && _queue.Reader.TryRead(out var waiting))
        {
            if (waiting.Cancellation.IsCancellationRequested)
                waiting.Answer.TrySetCanceled(waiting.Cancellation);
            else
                group.Add(waiting);
        }

        if (group.Count == 0)
            return;
        try
        {
            _connection ??= await _database.OpenWriterAsync();
            if (group.Count == 1)
            {
                await _writer.WriteAsync(_connection, group[0].Set, default);
                group[0].Answer.TrySetResult();
                return;
            }

            group.Sort((a, b) => string.CompareOrdinal(a.Set.Reihung, b.Set.Reihung));
            var failures = await _writer.WriteAsync(_connection, [.. group.Select(w => w.Set)]);
            for (var i = 0; i < group.Count; i++)
                group[i].Complete(failures[i]);
        }
        catch (Exception e)
        {
            if (_guard.IsUnavailable(e) || e is not Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
                await DropConnectionAsync();
            foreach (var waiting in group)
                waiting.Complete(e);
        }
    }

    private async ValueTask DropConnectionAsync()
    {
        var connection = _connection;
        _connection = null;
        if (connection is null)
            return;
        try
        {
            await connection.DisposeAsync();
        }
        catch (Exception)
        {
            // It was broken before; its failure has been told.
        }
    }

    private sealed record Waiting(CommitSet Set, CancellationToken Cancellation)
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Complete(Exception? failure)
        {
            if (failure is null)
                Answer.TrySetResult();
            else
                Answer.TrySetException(failure);
        }
    }
}
