using FallWorkflow.Application.Ports;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>Keeps what it is given, fails where a test wants it, and tells who waits.</summary>
internal sealed class Testmailer : IMailer
{
    private readonly Lock _lock = new();
    private readonly List<Mail> _mails = [];
    private readonly List<(int Anzahl, TaskCompletionSource Wartender)> _wartende = [];

    /// <summary>Throws for mails that cannot be delivered.</summary>
    public Func<Mail, Exception?> Stoerung { get; set; } = _ => null;

    /// <summary>What happens once the mail server has the mail.</summary>
    public Action NachAnnahme { get; set; } = () => { };

    public IReadOnlyList<Mail> Mails
    {
        get
        {
            lock (_lock)
                return [.. _mails];
        }
    }

    public Task SendAsync(Mail mail, CancellationToken cancellation = default)
    {
        if (Stoerung(mail) is { } fehler)
            throw fehler;
        lock (_lock)
        {
            _mails.Add(mail);
            foreach (var (anzahl, wartender) in _wartende.Where(w => w.Anzahl <= _mails.Count))
                wartender.TrySetResult();
        }

        NachAnnahme();
        return Task.CompletedTask;
    }

    public async Task WaitForAsync(int anzahl)
    {
        Task warten;
        lock (_lock)
        {
            var wartender = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_mails.Count >= anzahl)
                wartender.SetResult();
            _wartende.Add((anzahl, wartender));
            warten = wartender.Task;
        }

        try
        {
            await warten.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Expected {anzahl} mails, got {Mails.Count}: {string.Join(", ", Mails.Select(m => m.Schluessel))}");
        }
    }
}
