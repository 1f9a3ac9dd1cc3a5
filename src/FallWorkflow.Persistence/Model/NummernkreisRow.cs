namespace FallWorkflow.Persistence.Model;

/// <summary>Last number given to a Fall in a year; numbers may have gaps, never doubles.</summary>
internal sealed class NummernkreisRow
{
    public required int Jahr { get; init; }

    public required int Letzte { get; set; }
}
