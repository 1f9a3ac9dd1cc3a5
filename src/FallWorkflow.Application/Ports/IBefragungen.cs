using FallWorkflow.Application.Befragungen;

namespace FallWorkflow.Application.Ports;

/// <summary>Links and answers of the satisfaction survey (R80), without any reference to a Fall, a person or each other.</summary>
public interface IBefragungen
{
    Task AddAsync(Befragungslink link, CancellationToken cancellation = default);

    Task AddAsync(Befragungsantwort antwort, CancellationToken cancellation = default);

    Task<Befragungslink?> FindLinkAsync(string pruefsumme, CancellationToken cancellation = default);

    Task RemoveLinkAsync(string pruefsumme, CancellationToken cancellation = default);

    /// <summary>Removes the link and keeps the answer, in one transaction. False if the link is gone already; nothing is kept.</summary>
    Task<bool> AnswerAsync(string pruefsumme, Befragungsantwort antwort, CancellationToken cancellation = default);

    /// <summary>Sums of the answers to surveys offered from the month of <paramref name="von"/> to that of <paramref name="bis"/>.</summary>
    Task<Befragungssumme> SumAsync(string bueroId, DateOnly von, DateOnly bis, CancellationToken cancellation = default);
}
