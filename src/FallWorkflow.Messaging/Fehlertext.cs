namespace FallWorkflow.Messaging;

/// <summary>What is kept about a failure: types only, since a message of an exception may quote personal data.</summary>
internal static class Fehlertext
{
    public static string Of(Exception e) => e.InnerException is { } inner ? $"{e.GetType().Name}: {inner.GetType().Name}" : e.GetType().Name;
}
