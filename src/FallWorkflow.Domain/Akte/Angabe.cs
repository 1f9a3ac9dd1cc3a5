namespace FallWorkflow.Domain.Akte;

/// <summary>What people record by hand, in an Akte or in an office's network: it says itself what is missing or wrong in it.</summary>
public abstract record Angabe
{
    /// <summary>Input that is missing or wrong by itself, whatever the state; answered with the field and a remedy.</summary>
    public virtual IEnumerable<Eingabefehler> Validate() => [];
}
