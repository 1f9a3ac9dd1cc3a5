using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Jobs.Post;

/// <summary>Keeps mails in a table, where a page shows them; nothing leaves the machine. A repeated key is kept once.</summary>
internal sealed class PostausgangMailer(IPostausgang postausgang, TimeProvider prozessuhr) : IMailer
{
    public Task SendAsync(Mail mail, CancellationToken cancellation = default) =>
        postausgang.AppendAsync(
            new GesendeteMail
            {
                Id = Kennung.Of("mail", mail.Schluessel),
                At = prozessuhr.GetUtcNow(),
                An = mail.An,
                Betreff = mail.Betreff,
                Text = mail.Text,
                Schluessel = mail.Schluessel,
            },
            cancellation);
}
