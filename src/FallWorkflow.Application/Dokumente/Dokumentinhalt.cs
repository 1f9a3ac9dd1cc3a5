namespace FallWorkflow.Application.Dokumente;

/// <summary>The file of a document as it is stored: added in the transaction of its entry, deleted in that of its removal, never changed.</summary>
public sealed class Dokumentinhalt
{
    public required Guid FallId { get; init; }

    public required string DokumentId { get; init; }

    /// <summary>In bytes.</summary>
    public required int Groesse { get; init; }

    public required byte[] Inhalt { get; init; }
}
