using System.Security.Cryptography;
using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Regeln;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FallWorkflow.Messaging;

/// <summary>
/// Takes partners' messages one after the other, reads them as facts and hands them to the use case. What cannot have an
/// effect is answered and parked; what only cannot have it now is kept until it can.
/// </summary>
internal sealed partial class TraegerEingangConsumer(
    IServiceScopeFactory scopes,
    ITraegerVersand versand,
    MessagingOptions options,
    Echtzeit echtzeit,
    ILogger<TraegerEingangConsumer> logger) : IConsumer<Eingang>
{
    /// <summary>Repetitions after a conflict; each loser had a winner, so this many in a row mean a defect.</summary>
    private const int ConflictAttempts = 20;

    public async Task Consume(ConsumeContext<Eingang> context)
    {
        var cancellation = context.CancellationToken;
        try
        {
            var umschlag = Umschlag.Of(context.ReceiveContext);
            if (umschlag.Deliveries > options.MaxDeliveries)
                throw new AbgewiesenException(Texte.Of("ZuOftZugestellt", umschlag.Deliveries));

            var nachricht = Eingangsleser.Read(context.ReceiveContext.Body.GetBytes(), umschlag.Art, options.MaxMessageBytes);
            if (options.RequireUserId && umschlag.UserId != Topologie.UserOf(nachricht.TraegerId))
                throw new AbgewiesenException(Texte.Of("AbsenderUnbestaetigt")); // No answer: it would go to whoever was impersonated.
            await ReceiveAsync(nachricht, cancellation);
        }
        catch (AbgewiesenException e)
        {
            if (e.Absender is not null)
            {
                LogRejected(logger, e.Absender.NachrichtId, e.Absender.TraegerId);
                await AnswerAsync(e.Absender, e.Message, cancellation);
            }

            throw; // MassTransit parks it with the reason.
        }
    }

    private async Task ReceiveAsync(TraegerNachricht nachricht, CancellationToken cancellation)
    {
        var absender = new Absender(nachricht.NachrichtId, nachricht.TraegerId);
        for (int conflicts = 0, outages = 0, failures = 0; ;)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ITraegerEingang>().ReceiveAsync(nachricht, cancellation);
                if (outages > 0)
                    LogStoreBack(logger);
                return;
            }
            catch (ConflictException) when (++conflicts < ConflictAttempts)
            {
                // The winner has committed; reading again is all that is needed.
            }
            catch (StoreUnavailableException e)
            {
                // The message stays unacknowledged, so it is the broker's if this process dies. Nobody could be served
                // meanwhile, so it does no harm that the queue waits, and the order is kept.
                if (outages++ == 0)
                    LogStoreAway(logger, e);
                await Task.Delay(BackOff.After(outages, options.BackOffFrom, options.BackOffCap), echtzeit.Uhr, cancellation);
            }
            catch (Exception e) when (e is NotFoundException or ZugriffVerweigertException)
            {
                // Unknown and somebody else's are answered alike, so existence is not revealed (R89).
                throw new AbgewiesenException(Texte.Of("ZuweisungUnbekannt"), absender);
            }
            catch (Exception e) when (e is RuleBrokenException or InvalidInputException)
            {
                throw new AbgewiesenException(e.Message, absender);
            }
            catch (Exception e) when (e is not OperationCanceledException && ++failures < options.Attempts)
            {
                LogAttemptFailed(logger, nachricht.NachrichtId, failures, e);
                await Task.Delay(BackOff.After(failures, options.BackOffFrom, options.BackOffCap), echtzeit.Uhr, cancellation);
            }
        }
    }

    /// <summary>Tells the partner. Best effort: the message is parked in any case, and nothing was committed that an outbox could follow.</summary>
    private async Task AnswerAsync(Absender absender, string grund, CancellationToken cancellation)
    {
        // Derived from the rejected message: a repetition is answered with the same id.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Nachrichtenarten.NachrichtAbgewiesen}:{absender.NachrichtId:N}")).AsSpan(0, 16));
        var inhalt = Nachrichtenformat.Serialize(new NachrichtAbgewiesen(id, absender.NachrichtId, absender.TraegerId, grund));
        try
        {
            await versand.SendAsync(new(id, Nachrichtenarten.NachrichtAbgewiesen, absender.TraegerId, inhalt, MakeQueue: false), cancellation);
        }
        catch (FallWorkflowException e)
        {
            LogNotAnswered(logger, absender.NachrichtId, e.GetType().Name);
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "Message {Id} of partner {TraegerId} was rejected.")]
    private static partial void LogRejected(ILogger logger, Guid id, string traegerId);

    [LoggerMessage(21, LogLevel.Warning, "The partner could not be told that its message {Id} was rejected ({Cause}).")]
    private static partial void LogNotAnswered(ILogger logger, Guid id, string cause);

    [LoggerMessage(22, LogLevel.Warning, "The store cannot be reached; partners' messages wait at the broker. Logged once until it is back.")]
    private static partial void LogStoreAway(ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Information, "The store is back; partners' messages go on.")]
    private static partial void LogStoreBack(ILogger logger);

    [LoggerMessage(24, LogLevel.Error, "Message {Id} failed, attempt {Attempt}.")]
    private static partial void LogAttemptFailed(ILogger logger, Guid id, int attempt, Exception exception);
}
