using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>A referral as its partner sees it: what the sent message contained, and nothing else of the Fall (R57, R89).</summary>
/// <param name="Felder">Released fields by name, as they were sent.</param>
/// <param name="AntwortBis">Last day on which the answer is in time; null before anything was sent.</param>
public sealed record Zuweisungszeile(
    string ZuweisungId,
    string TraegerId,
    string Leistung,
    Zuweisungsstand Stand,
    DateOnly? GesendetAm,
    DateOnly? BegonnenAm,
    DateOnly? BeendetAm,
    DateOnly? AntwortBis,
    IReadOnlyDictionary<string, string> Felder);

/// <summary>A message to a partner about a referral, as it left or will leave.</summary>
/// <param name="Inhalt">The message as JSON.</param>
public sealed record Nachrichtenzeile(Guid Id, string Art, string Inhalt, DateTimeOffset ErstelltAm, DateTimeOffset? GesendetAm);
