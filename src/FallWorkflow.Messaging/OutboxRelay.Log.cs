using Microsoft.Extensions.Logging;

namespace FallWorkflow.Messaging;

internal sealed partial class OutboxRelay
{
    [LoggerMessage(1, LogLevel.Warning, "The broker cannot be reached ({Cause}); messages wait in the outbox. Logged once until it is back.")]
    private static partial void LogBrokerAway(ILogger logger, string cause);

    [LoggerMessage(2, LogLevel.Information, "The broker is back; waiting messages leave.")]
    private static partial void LogBrokerBack(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "The outbox cannot be read or marked; the relay tries again. Logged once until it works.")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "The outbox can be read again.")]
    private static partial void LogRoundsAgain(ILogger logger);

    [LoggerMessage(5, LogLevel.Warning, "Message {Id} ({Art}) was not accepted, attempt {Attempt}.")]
    private static partial void LogMessageFailed(ILogger logger, Guid id, string art, int attempt, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "Another relay took over message {Id} meanwhile; it may have been sent twice with the same id.")]
    private static partial void LogSentTwice(ILogger logger, Guid id);
}
