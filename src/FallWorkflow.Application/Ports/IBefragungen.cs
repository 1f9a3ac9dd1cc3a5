using FallWorkflow.Application.Befragungen;

namespace FallWorkflow.Application.Ports;

/// <summary>Links and answers of the satisfaction survey (R80), without any reference to a Fall, a person or each other.</summary>
public interface IBefragungen
{
    Task AddAsync(IReadOnlyList<Befragungslink> links, CancellationToken cancellation = default);

    Task AddAsync(Befragungsantwort antwort, CancellationToken cancellation = default);

    Task<Befragungslink?> FindLinkAsync(string pruefsumme, CancellationToken cancellation = default);

    /// <summary>Removes links whose last day was before this one.</summary>
    Task RemoveExpiredAsync(DateOnly heute, CancellationToken cancellation = default);

    /// <summary>Removes the link and keeps the answer, in one transaction. False if the link is gone already; nothing is kept.</summary>
    Task<bool> AnswerAsync(string pruefsumme, Befragungsantwort antwort, CancellationToken cancellation = default);

    /// <summary>Sums of the answers from one quarter to another, both included. Small numbers are not hidden here.</summary>
    Task<Befragungssumme> SumAsync(string bueroId, DateOnly vonQuartal, DateOnly bisQuartal, CancellationToken cancellation = default);
}
