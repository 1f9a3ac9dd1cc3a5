namespace FallWorkflow.Domain.Faelle;

/// <summary>Advice among colleagues, without names (R83).</summary>
public sealed partial class Fall
{
    private readonly HashSet<Guid> _durchgesehen = [];

    /// <summary>What the Fallmanager asks colleagues; null while they may not read the Fall.</summary>
    public string? Beratungsfrage { get; private set; }

    /// <summary>Entries whose free text was looked through and names nobody.</summary>
    public IReadOnlySet<Guid> Durchgesehen => _durchgesehen;

    internal void OpenBeratung(string frage, IEnumerable<Guid>? durchgesehen)
    {
        Beratungsfrage = frage;
        _durchgesehen.UnionWith(durchgesehen ?? []);
    }

    internal void CloseBeratung() => Beratungsfrage = null;

    private void ResetBeratung()
    {
        Beratungsfrage = null;
        _durchgesehen.Clear();
    }
}
