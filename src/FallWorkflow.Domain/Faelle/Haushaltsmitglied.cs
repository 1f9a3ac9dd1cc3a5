namespace FallWorkflow.Domain.Faelle;

/// <summary>A member of the Bedarfsgemeinschaft who is included in the work (R27).</summary>
public sealed class Haushaltsmitglied
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Einbeziehungsgrund Grund { get; init; }

    /// <summary>What exactly the reason is; what concerns this member is limited to it.</summary>
    public required string Erlaeuterung { get; init; }

    public required DateOnly EinbezogenAm { get; init; }

    /// <summary>Null while the member is included.</summary>
    public DateOnly? EntlassenAm { get; internal set; }
}
