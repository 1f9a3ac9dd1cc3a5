using System.Security.Cryptography;
using System.Text;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Befragungen;

/// <summary>The satisfaction survey, kept apart from the Fälle (R80).</summary>
public sealed class Befragungsdienst(FallService faelle, Lesezugriff lesen, IBefragungen befragungen, TimeProvider uhr)
{
    /// <summary>Full months after the one of the offer in which a link can be used.</summary>
    private const int Monate = 2;

    /// <summary>
    /// Notes in the Akte that the survey was offered, and returns the secret of its one-time link, which is stored nowhere.
    /// </summary>
    /// <exception cref="RuleBrokenException">The Fall is not closed, or the survey was offered already.</exception>
    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<string> OfferAsync(Guid fallId, Akteur akteur, CancellationToken cancellation = default)
    {
        var fall = await lesen.ReadAsync(fallId, akteur, "Befragung", cancellation);
        var heute = Ortszeit.DateOf(uhr.GetUtcNow());
        var geheimnis = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var monat = new DateOnly(heute.Year, heute.Month, 1);

        // The link first: if the program stops in between, a link that nobody knows does no harm; an offer without a link would.
        await befragungen.AddAsync(
            new Befragungslink { Pruefsumme = HashOf(geheimnis), BueroId = fall.BueroId, Monat = monat, GueltigBis = monat.AddMonths(Monate + 1).AddDays(-1) }, cancellation);
        try
        {
            await faelle.RecordAsync(new RecordTatsache(fallId, new BefragungAngeboten(), heute, WochenendeBestaetigt: true), akteur, cancellation);
        }
        catch
        {
            await befragungen.RemoveLinkAsync(HashOf(geheimnis), CancellationToken.None);
            throw;
        }

        return geheimnis;
    }

    /// <summary>Whether the link can be used now.</summary>
    public async Task<bool> IsOpenAsync(string geheimnis, CancellationToken cancellation = default) => await FindAsync(geheimnis, cancellation) is not null;

    /// <summary>Keeps the answer without the link and destroys the link.</summary>
    /// <exception cref="NotFoundException">There is no such link, it was used, or its time is over.</exception>
    /// <exception cref="InvalidInputException">A rating is outside the scale, or there is none; the link stays.</exception>
    public async Task AnswerAsync(string geheimnis, Bewertung bewertung, CancellationToken cancellation = default)
    {
        var link = await FindAsync(geheimnis, cancellation) ?? throw new NotFoundException(Texte.Of("Befragung.LinkUngueltig"));
        if (!await befragungen.AnswerAsync(link.Pruefsumme, bewertung.ToAntwort(link.BueroId, link.Monat), cancellation))
            throw new NotFoundException(Texte.Of("Befragung.LinkUngueltig"));
    }

    /// <summary>Enters an answer from paper, by the team lead for the own office.</summary>
    /// <exception cref="InvalidInputException">The month lies ahead, or a rating is wrong.</exception>
    public Task EnterAsync(DateOnly monat, Bewertung bewertung, Akteur akteur, CancellationToken cancellation = default)
    {
        var buero = akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        return monat > Ortszeit.DateOf(uhr.GetUtcNow()) || monat.Year < 2000
            ? throw new InvalidInputException("monat", Texte.Of("Befragung.Monat"))
            : befragungen.AddAsync(bewertung.ToAntwort(buero, monat), cancellation);
    }

    private async Task<Befragungslink?> FindAsync(string geheimnis, CancellationToken cancellation) =>
        await befragungen.FindLinkAsync(HashOf(geheimnis), cancellation) is { } link && link.GueltigBis >= Ortszeit.DateOf(uhr.GetUtcNow()) ? link : null;

    private static string HashOf(string geheimnis) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(geheimnis)));
}
