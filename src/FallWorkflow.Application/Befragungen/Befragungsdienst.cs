using System.Security.Cryptography;
using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Befragungen;

/// <summary>The satisfaction survey (R80). It knows no Fall: who answers comes by a one-time link, or on paper.</summary>
public sealed class Befragungsdienst(IBefragungen befragungen, IStammdaten stammdaten, TimeProvider uhr)
{
    /// <summary>Most links made at once: a sheet to cut up.</summary>
    public const int MaxLinks = 40;

    private const int GeheimnisBytes = 16;

    private DateOnly Heute => Ortszeit.DateOf(uhr.GetUtcNow());

    /// <summary>Makes links for the caller's office, valid to the end of the next quarter, and forgets those whose time is over.</summary>
    /// <returns>The secrets of the links. They are stored nowhere and shown only now.</returns>
    /// <exception cref="InvalidInputException">Not from 1 to <see cref="MaxLinks"/>.</exception>
    public async Task<Linkbogen> MakeLinksAsync(int anzahl, Akteur akteur, CancellationToken cancellation = default)
    {
        if (anzahl is < 1 or > MaxLinks)
            throw new InvalidInputException("anzahl", Texte.Of("Befragung.Anzahl", MaxLinks));
        var buero = BueroOf(akteur);
        var bis = Befragungsantwort.QuartalOf(Heute).AddMonths(6).AddDays(-1);
        var geheimnisse = Enumerable.Range(0, anzahl).Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(GeheimnisBytes))).ToList();
        await befragungen.AddAsync([.. geheimnisse.Select(g => new Befragungslink { Pruefsumme = HashOf(g), BueroId = buero, GueltigBis = bis })], cancellation);
        await befragungen.RemoveExpiredAsync(Heute, cancellation);
        return new(geheimnisse, bis);
    }

    /// <summary>Whether the link can be used now.</summary>
    public async Task<bool> IsOpenAsync(string geheimnis, CancellationToken cancellation = default) => await FindAsync(geheimnis, cancellation) is not null;

    /// <summary>Keeps the answer without the link and destroys the link.</summary>
    /// <exception cref="NotFoundException">There is no such link, it was used, or its time is over.</exception>
    /// <exception cref="InvalidInputException">A rating is outside the scale, or there is none; the link stays.</exception>
    public async Task AnswerAsync(string geheimnis, Fragebogen bogen, CancellationToken cancellation = default)
    {
        var link = await FindAsync(geheimnis, cancellation);
        if (link is null || !await befragungen.AnswerAsync(link.Pruefsumme, bogen.ToAntwort(link.BueroId, Heute), cancellation))
            throw new NotFoundException(Texte.Of("Befragung.LinkUngueltig"));
    }

    /// <summary>Enters an answer from paper for the caller's office.</summary>
    /// <exception cref="InvalidInputException">A rating is outside the scale, or there is none.</exception>
    public Task EnterAsync(Fragebogen bogen, Akteur akteur, CancellationToken cancellation = default) =>
        befragungen.AddAsync(bogen.ToAntwort(BueroOf(akteur), Heute), cancellation);

    /// <summary>What the surveys of an office say, from the quarter of the first day to that of the last; small numbers stay hidden.</summary>
    public async Task<Befragungssumme> SumAsync(string bueroId, DateOnly von, DateOnly bis, CancellationToken cancellation = default)
    {
        var konzept = (await stammdaten.FachkonzepteAsync(bueroId, cancellation)).InForce(Heute);
        return (await befragungen.SumAsync(bueroId, Befragungsantwort.QuartalOf(von), Befragungsantwort.QuartalOf(bis), cancellation)).Hide(konzept.MindestzahlOrDefault);
    }

    private async Task<Befragungslink?> FindAsync(string geheimnis, CancellationToken cancellation) =>
        await befragungen.FindLinkAsync(HashOf(geheimnis), cancellation) is { } link && link.GueltigBis >= Heute ? link : null;

    private static string BueroOf(Akteur akteur) => akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("Befragung.OhneBuero"));

    private static string HashOf(string geheimnis) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(geheimnis)));
}
