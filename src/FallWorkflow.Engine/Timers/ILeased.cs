namespace FallWorkflow.Engine.Timers;

/// <summary>
/// A row that workers claim for a while. <see cref="Fence"/> grows with every claim, so that a frozen owner cannot write; a row that has failed
/// too often is parked until a person says so.
/// </summary>
public interface ILeased
{
    string? LeaseOwner { get; set; }

    DateTimeOffset? LeaseUntil { get; set; }

    long Fence { get; set; }

    /// <summary>Failed attempts; 0 again when the row gets another due instant or a person has it tried again.</summary>
    int Attempts { get; set; }

    string? LastError { get; set; }

    DateTimeOffset? ParkedAt { get; set; }
}
