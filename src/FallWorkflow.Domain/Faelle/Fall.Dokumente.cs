namespace FallWorkflow.Domain.Faelle;

/// <summary>The documents of the Akte.</summary>
public sealed partial class Fall
{
    private readonly Dictionary<string, Dokument> _dokumente = [];

    /// <summary>In the order in which they came, those whose file was removed included.</summary>
    public IReadOnlyCollection<Dokument> Dokumente => _dokumente.Values;

    public Dokument? FindDokument(string? id) => id is null ? null : _dokumente.GetValueOrDefault(id);

    internal void Add(Dokument dokument) => _dokumente[dokument.Id] = dokument;
}
