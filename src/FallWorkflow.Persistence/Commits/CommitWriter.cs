using System.Data.Common;
using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.Commits;

/// <summary>Writes one or several units of work within one database transaction.</summary>
internal sealed class CommitWriter(RowDatabase database, StoreGuard guard, IFaultPoints? faults)
{
    private const string Savepoint = "einzeln";

    /// <summary>One unit of work, one transaction.</summary>
    public async Task WriteAsync(RowConnection connection, CommitSet set, CancellationToken cancellation)
    {
        if (InOneRoundTrip([set]))
        {
            Reached(FaultPoints.BeforeCommit, set);
            await connection.CommitAsync(set.Changes, cancellation);
            Reached(FaultPoints.AfterCommit, set);
            return;
        }

        // SQLite begins this transaction IMMEDIATE: a read that turns into a write later could fail half-way.
        await using var transaction = await connection.Connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, transaction, set, cancellation);
        Reached(FaultPoints.BeforeCommit, set);
        await transaction.CommitAsync(cancellation);
        Reached(FaultPoints.AfterCommit, set);
    }

    /// <summary>
    /// Several at once. First all together, which nearly always succeeds; if one fails, all of it is undone and done again
    /// with a savepoint before each, so that the one fails alone. Tells for each set what became of it: null is success.
    /// </summary>
    /// <exception cref="Exception">The transaction as a whole failed: nobody's changes are there.</exception>
    public async Task<Exception?[]> WriteAsync(RowConnection connection, IReadOnlyList<CommitSet> sets)
    {
        if (InOneRoundTrip(sets))
        {
            if (await TryInOneRoundTripAsync(connection, sets))
                return After(sets, new Exception?[sets.Count]);
        }
        else
        {
            await using var together = await connection.Connection.BeginTransactionAsync();
            if (await TryTogetherAsync(connection, together, sets))
                return await CommitAsync(together, sets, new Exception?[sets.Count]);
            await together.RollbackAsync();
        }

        await using var apart = await connection.Connection.BeginTransactionAsync();
        var failures = new Exception?[sets.Count];
        for (var i = 0; i < sets.Count; i++)
        {
            await apart.SaveAsync(Savepoint);
            try
            {
                await ExecuteAsync(connection, apart, sets[i], default);
                await apart.ReleaseAsync(Savepoint);
            }
            catch (Exception e) when (!guard.IsUnavailable(e))
            {
                failures[i] = e;
                await apart.RollbackAsync(Savepoint);
            }
        }

        return await CommitAsync(apart, sets, failures);
    }

    /// <summary>Messages are numbered within the transaction, and armed fault points stand inside it; else it can be sent as a whole.</summary>
    private bool InOneRoundTrip(IReadOnlyList<CommitSet> sets) =>
        database.Model.Dialect.SendsBatches && faults?.IsArmed != true && !sets.Any(s => s.HasNachrichten);

    private async Task<bool> TryInOneRoundTripAsync(RowConnection connection, IReadOnlyList<CommitSet> sets)
    {
        foreach (var set in sets)
            Reached(FaultPoints.BeforeCommit, set);
        try
        {
            await connection.CommitAsync([.. sets.SelectMany(s => s.Changes)], default);
            return true;
        }
        catch (Exception e) when (!guard.IsUnavailable(e))
        {
            return false;
        }
    }

    private async Task<bool> TryTogetherAsync(RowConnection connection, DbTransaction transaction, IReadOnlyList<CommitSet> sets)
    {
        try
        {
            var changes = new List<RowChange>();
            foreach (var set in sets)
            {
                if (set.HasNachrichten)
                {
                    // It counts on from what the sets before it have written.
                    await connection.ExecuteAsync(changes, transaction, default);
                    changes.Clear();
                    await NumberAsync(connection, transaction, set, default);
                }

                changes.AddRange(set.Changes);
            }

            await connection.ExecuteAsync(changes, transaction, default);
            return true;
        }
        catch (Exception e) when (!guard.IsUnavailable(e))
        {
            return false;
        }
    }

    private async Task<Exception?[]> CommitAsync(DbTransaction transaction, IReadOnlyList<CommitSet> sets, Exception?[] failures)
    {
        for (var i = 0; i < failures.Length; i++)
        {
            if (failures[i] is null)
                Reached(FaultPoints.BeforeCommit, sets[i]);
        }

        ReachedTogether(FaultPoints.BeforeGroupCommit, sets);
        await transaction.CommitAsync();
        ReachedTogether(FaultPoints.AfterGroupCommit, sets);
        return After(sets, failures);
    }

    private Exception?[] After(IReadOnlyList<CommitSet> sets, Exception?[] failures)
    {
        for (var i = 0; i < failures.Length; i++)
        {
            try
            {
                if (failures[i] is null)
                    Reached(FaultPoints.AfterCommit, sets[i]);
            }
            catch (Exception e)
            {
                failures[i] = e;
            }
        }

        return failures;
    }

    private void Reached(string point, CommitSet set)
    {
        if (set.HasFaultPoints)
            faults?.Reached(point);
    }

    private void ReachedTogether(string point, IReadOnlyList<CommitSet> sets)
    {
        if (sets.Count(s => s.HasFaultPoints) > 1)
            faults?.Reached(point);
    }

    private async Task ExecuteAsync(RowConnection connection, DbTransaction transaction, CommitSet set, CancellationToken cancellation)
    {
        await NumberAsync(connection, transaction, set, cancellation);
        await connection.ExecuteAsync(set.Changes, transaction, cancellation);
    }

    private Task NumberAsync(RowConnection connection, DbTransaction transaction, CommitSet set, CancellationToken cancellation) =>
        set.NumberNachrichtenAsync(database.Model, (statement, values) => connection.ScalarAsync(statement, values, transaction, cancellation));
}
