using System.Net.Mail;

namespace FallWorkflow.Jobs;

/// <summary>The house's mail server.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }

    /// <summary>1 to 65535; default 25.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Sender of all mails, an address people recognise but do not answer to.</summary>
    public required string From { get; init; }

    /// <summary>STARTTLS; default true. False only where the server is reached inside a protected network.</summary>
    public bool Tls { get; init; } = true;

    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Host))
            throw new ArgumentException("Jobs:Smtp:Host is missing.");
        if (Port is < 1 or > 65535)
            throw new ArgumentException("Jobs:Smtp:Port must be between 1 and 65535.");
        if (!MailAddress.TryCreate(From, out _))
            throw new ArgumentException("Jobs:Smtp:From is not a mail address.");
    }
}
