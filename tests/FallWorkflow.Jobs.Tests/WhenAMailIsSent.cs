using System.Net.Mail;
using System.Text;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Jobs.Post;
using FallWorkflow.Jobs.Tests.Umgebung;

namespace FallWorkflow.Jobs.Tests;

public sealed class WhenAMailIsSent : IDisposable
{
    private readonly Smtpempfang _server = new();

    [Fact]
    public async Task The_server_gets_sender_recipient_text_and_an_id_that_repetitions_share()
    {
        var empfang = _server.ReceiveAsync();
        await Mailer().SendAsync(new Mail("x1", "weber@example.org", "Überprüfung\nfällig", "Größe: ä"));
        var verlauf = await empfang;

        verlauf.ShouldContain("MAIL FROM:<fallmanagement@jobcenter.example>");
        verlauf.ShouldContain("RCPT TO:<weber@example.org>");
        verlauf.ShouldContain($"Message-ID: <{Kennung.Of("x1"):N}@jobcenter.example>", Case.Insensitive);
        verlauf.ShouldContain("Auto-Submitted: auto-generated", Case.Insensitive);
        verlauf.ShouldContain($"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("Überprüfung fällig"))}?=", Case.Insensitive);
        verlauf.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("Größe: ä")));
    }

    [Fact]
    public async Task A_refused_recipient_is_a_failure()
    {
        var empfang = _server.ReceiveAsync(refuse: true);

        await Should.ThrowAsync<SmtpException>(() => Mailer().SendAsync(new Mail("x1", "weber@example.org", "Betreff", "Text")));
        await empfang;
    }

    public void Dispose() => _server.Dispose();

    private SmtpMailer Mailer() =>
        new(new() { Host = "127.0.0.1", Port = _server.Port, From = "fallmanagement@jobcenter.example", Tls = false }, TimeProvider.System);
}
