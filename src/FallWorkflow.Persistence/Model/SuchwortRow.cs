namespace FallWorkflow.Persistence.Model;

/// <summary>A word by which a Fall is found (<see cref="Application.Abfragen.Suchwoerter"/>), derived from number and name.</summary>
internal sealed class SuchwortRow
{
    public required Guid FallId { get; init; }

    public required string Wort { get; init; }
}
