using System.Net.Mail;
using System.Text;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Jobs.Post;

/// <summary>
/// Hands mails to the house's mail server, one connection per mail. A repetition carries the same Message-ID, by which mail
/// programs and the server's log recognise it.
/// </summary>
internal sealed class SmtpMailer(SmtpOptions options, TimeProvider echtzeit) : IMailer
{
    /// <summary>Must end well before the claim of an attempt does, or another node would send the same mail meanwhile.</summary>
    private static readonly TimeSpan Hoechstdauer = TimeSpan.FromMinutes(1);

    public async Task SendAsync(Mail mail, CancellationToken cancellation = default)
    {
        var from = new MailAddress(options.From);
        using var message = new MailMessage(from, new MailAddress(mail.An))
        {
            Subject = OneLine(mail.Betreff),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{Kennung.Of(mail.Schluessel):N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");

        using var ende = new CancellationTokenSource(Hoechstdauer, echtzeit);
        using var beides = CancellationTokenSource.CreateLinkedTokenSource(ende.Token, cancellation);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
        try
        {
            await client.SendMailAsync(message, beides.Token);
        }
        catch (OperationCanceledException) when (ende.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take the mail within {Hoechstdauer.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>A process designer may have typed a line break into a title; a subject has none.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
