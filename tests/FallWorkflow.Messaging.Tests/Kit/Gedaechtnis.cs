namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>State that tests wait on: every change wakes the waiters, so nothing has to be polled.</summary>
public sealed class Gedaechtnis
{
    private readonly List<(Func<bool> Reached, TaskCompletionSource Done)> _waiters = [];
    private readonly Lock _lock = new();

    /// <summary>Longest wait for anything; a loaded machine may need most of it, a good run needs almost nothing.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    public T Do<T>(Func<T> change)
    {
        lock (_lock)
        {
            var result = change();
            foreach (var (_, done) in _waiters.Where(w => w.Reached()).ToList())
                done.TrySetResult();
            return result;
        }
    }

    public async Task UntilAsync(Func<bool> reached, string expectation, Func<string> actual)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (reached())
                return;
            _waiters.Add((reached, done));
        }

        try
        {
            await done.Task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Expected within {Limit.TotalSeconds} s: {expectation}. Actual: {Do(actual)}.");
        }
    }
}
