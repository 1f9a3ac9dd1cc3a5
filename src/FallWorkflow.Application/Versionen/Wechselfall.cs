using System.Text.Json;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Application.Versionen;

/// <summary>
/// One Fall in a Versionswechsel: what is to be done, or what has been done, who did it, when and why. It changes in the
/// transaction that moves the Fall, so that nothing happens twice.
/// </summary>
public sealed class Wechselfall
{
    public required Guid WechselId { get; init; }

    public required Guid FallId { get; init; }

    /// <summary>Place in the order of the move, from 1.</summary>
    public required int Nr { get; init; }

    public required string FallNummer { get; init; }

    public required string BueroId { get; init; }

    public Wechselstand Stand { get; set; }

    /// <summary>When the state was reached (process time, UTC).</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>What the move did to each process of the Fall, as JSON list of <see cref="Umzug"/>.</summary>
    public string? Ergebnis { get; set; }

    /// <summary>The same, read; empty before its turn.</summary>
    public IReadOnlyList<Umzug> Umzuege => Ergebnis is null ? [] : JsonSerializer.Deserialize<List<Umzug>>(Ergebnis, TatsachenKatalog.Json)!;

    /// <summary>
    /// What is needed to take the move back (<see cref="Rueckweg"/> as JSON); null if it cannot be. Read only where it is done: lists leave it out.
    /// </summary>
    public string? Rueckweg { get; set; }

    /// <summary>The Fall's beat after the move: as long as it stands there, nothing has happened since.</summary>
    public long Takt { get; set; }

    /// <summary>How often the move or its undo was begun without having come to an end, because the process ended in the middle.</summary>
    public int Versuche { get; set; }

    /// <summary>Why it failed, or why it could not be taken back.</summary>
    public string? Hinweis { get; set; }

    public string? RuecknahmeVon { get; set; }

    public string? RuecknahmeGrund { get; set; }

    /// <summary>When the undo was ordered (UTC).</summary>
    public DateTimeOffset? RuecknahmeAm { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; set; }
}
