using System.Text.Json;

namespace FallWorkflow.Application.Abfragen;

/// <summary>A line of the journal of one of a Fall's processes.</summary>
/// <param name="DefinitionId">The process.</param>
/// <param name="Art">One of <see cref="Engine.Journal.JournalKinds"/>.</param>
/// <param name="Daten">For a move: timer, from, to (UTC) and reason.</param>
public sealed record Journalzeile(string InstanceId, string DefinitionId, long Nr, DateTimeOffset At, string Art, string? ActivityId, JsonElement? Daten);
