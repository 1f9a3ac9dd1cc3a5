using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>Translates what drivers throw into the two failures that callers can act on.</summary>
internal sealed class StoreGuard(DatabaseDialect dialect)
{
    public async Task<T> RunAsync<T>(Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (Exception e) when (Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    public Task RunAsync(Func<Task> operation) => RunAsync(async () =>
    {
        await operation();
        return true;
    });

    /// <summary>Whether the database is away or locked, so that nothing can be said about single rows.</summary>
    public bool IsUnavailable(Exception exception) => Classify(exception) == StoreFailure.Unavailable;

    private Exception? Translate(Exception exception) => Classify(exception) switch
    {
        StoreFailure.Conflict => new ConflictException("Somebody else has changed the same data.", exception),
        StoreFailure.Unavailable => new StoreUnavailableException("The database cannot be reached or is locked.", exception),
        _ => null,
    };

    private StoreFailure Classify(Exception exception)
    {
        // EF and its execution strategies wrap the driver's exception one or two levels deep.
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is DbUpdateConcurrencyException)
                return StoreFailure.Conflict;
            if (dialect.Classify(e) is var failure and not StoreFailure.Unknown)
                return failure;
        }

        return StoreFailure.Unknown;
    }
}
