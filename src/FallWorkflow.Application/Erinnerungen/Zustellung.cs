using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Application.Erinnerungen;

/// <summary>
/// One attempt. A person's reminder is one mail; a client's is <see cref="Termine.Terminpost"/>'s. A role's reminder becomes one reminder per person of the role, so that one
/// bad address neither holds up the others nor has them told twice.
/// </summary>
public sealed class Zustellung(
    IStammdaten stammdaten, IUnitOfWorkFactory uows, IMailer mailer, Termine.Terminpost terminpost, Erinnerungsoptionen optionen, TimeProvider prozessuhr)
{
    /// <exception cref="KeinEmpfaengerException">Nobody has a mail address.</exception>
    public Task SendAsync(Erinnerung erinnerung, CancellationToken cancellation) =>
        erinnerung.Rolle == Termine.Terminpost.Rolle ? terminpost.SendAsync(erinnerung, cancellation)
        : erinnerung.EmpfaengerId is null
            ? DistributeAsync(erinnerung, cancellation)
            : MailAsync(erinnerung, erinnerung.EmpfaengerId, cancellation);

    private async Task MailAsync(Erinnerung erinnerung, string empfaengerId, CancellationToken cancellation)
    {
        var empfaenger = await stammdaten.FindBenutzerAsync(empfaengerId, cancellation);
        if (string.IsNullOrWhiteSpace(empfaenger?.EMail))
            throw new KeinEmpfaengerException(Texte.Of("Erinnerung.KeineAdresse"));
        await mailer.SendAsync(new(erinnerung.Schluessel, empfaenger.EMail, erinnerung.Betreff, TextOf(erinnerung)), cancellation);
    }

    private async Task DistributeAsync(Erinnerung erinnerung, CancellationToken cancellation)
    {
        var empfaenger = (await stammdaten.BenutzerAsync(erinnerung.BueroId, erinnerung.Rolle, cancellation))
            .Where(b => !string.IsNullOrWhiteSpace(b.EMail)).ToList();
        if (empfaenger.Count == 0)
            throw new KeinEmpfaengerException(Texte.Of("Erinnerung.KeineAdresseRolle", Texte.Of($"Rolle.{erinnerung.Rolle}")));

        await using var uow = uows.Begin();
        // Entered in the same transaction: a repetition after a crash adds nobody twice, whoever has joined the role since.
        if (!await uow.TryEnterInboxAsync($"verteilt:{erinnerung.Id:N}", prozessuhr.GetUtcNow(), cancellation))
            return;
        foreach (var person in empfaenger)
        {
            uow.Add(new Erinnerung
            {
                Id = Kennung.Of("erinnerung", erinnerung.Schluessel, person.Id),
                Schluessel = $"{erinnerung.Schluessel}:{person.Id}",
                FallId = erinnerung.FallId,
                BueroId = erinnerung.BueroId,
                Rolle = erinnerung.Rolle,
                EmpfaengerId = person.Id,
                Betreff = erinnerung.Betreff,
                Text = erinnerung.Text,
                FaelligAt = erinnerung.FaelligAt,
            });
        }

        await uow.CommitAsync(cancellation);
    }

    private string TextOf(Erinnerung erinnerung)
    {
        var absaetze = new List<string> { erinnerung.Text };
        if (erinnerung.FallId is { } fallId && optionen.FallUrl(fallId) is { } url)
            absaetze.Add(url);
        absaetze.Add(Texte.Of("Erinnerung.Fuss"));
        return string.Join("\n\n", absaetze);
    }
}
