namespace FallWorkflow.Application.Ports;

/// <summary>Sends mail. Delivery is at least once; <see cref="Mail.Schluessel"/> lets a mail server's log show a repetition.</summary>
public interface IMailer
{
    /// <exception cref="Exception">Not accepted; the job tries again later.</exception>
    Task SendAsync(Mail mail, CancellationToken cancellation = default);
}

public sealed record Mail(string Schluessel, string An, string Betreff, string Text);
