using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Termine;

/// <summary>
/// Mails a client's reminder, if the appointment and the consent still stand at this moment, and logs it once as something that left
/// the house (R88).
/// </summary>
public sealed class Terminpost(IUnitOfWorkFactory uows, IMailer mailer, TimeProvider prozessuhr)
{
    /// <summary>Marks reminders to clients among those to people of the house.</summary>
    public const string Rolle = "Klient";

    /// <summary>A reminder that has become pointless counts as done, without a mail.</summary>
    public async Task SendAsync(Erinnerung erinnerung, CancellationToken cancellation)
    {
        if (await AddressAsync(erinnerung, cancellation) is not var (adresse, seit))
            return;
        await mailer.SendAsync(new(erinnerung.Schluessel, adresse, erinnerung.Betreff, erinnerung.Text), cancellation);
        await LogAsync(erinnerung, seit, cancellation);
    }

    private async Task<(string Adresse, DateOnly Seit)?> AddressAsync(Erinnerung erinnerung, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        return erinnerung.FallId is { } fallId && await uow.FindFallAsync(fallId, cancellation) is { ErinnerungAn: { } adresse, ErinnerungSeit: { } seit } fall
            && fall.Termine.Values.Any(t => t.IstOffen && t.Beginn > prozessuhr.GetUtcNow()
                && Terminerinnerung.SchluesselOf(fall.Id, t.Id, t.Beginn, t.Verschoben) == erinnerung.Schluessel)
                ? (adresse, seit)
                : null;
    }

    /// <summary>After the mail: a crash in between sends it again with the same key, and then logs it.</summary>
    private async Task LogAsync(Erinnerung erinnerung, DateOnly seit, CancellationToken cancellation)
    {
        var jetzt = prozessuhr.GetUtcNow();
        await using var uow = uows.Begin();
        if (!await uow.TryEnterInboxAsync($"uebermittelt:{erinnerung.Id:N}", jetzt, cancellation))
            return;
        uow.Add(new Zugriffsereignis
        {
            Id = Kennung.Of("uebermittelt", erinnerung.Schluessel),
            At = jetzt,
            AkteurId = Akteur.System.Id,
            FallId = erinnerung.FallId,
            Art = Lesezugriff.Uebermittelt,
            Zweck = Texte.Of("Zweck.Terminerinnerung"),
            Grundlage = Texte.Of("Grundlage.Terminerinnerung", seit),
        });
        uow.Add(new Verlaufsereignis
        {
            Id = Kennung.Of("verlauf", erinnerung.Schluessel),
            FallId = erinnerung.FallId!.Value,
            Datum = Ortszeit.DateOf(jetzt),
            At = jetzt,
            Art = Verlaufsarten.Erinnerung,
            Titel = Texte.Of("Terminerinnerung.Verschickt"),
        });
        try
        {
            await uow.CommitAsync(cancellation);
        }
        catch (ConflictException)
        {
            // Another node has logged it.
        }
    }
}
