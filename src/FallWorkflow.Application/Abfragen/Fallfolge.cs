namespace FallWorkflow.Application.Abfragen;

/// <summary>Order of a list of Fälle; equal ones by number.</summary>
public enum Fallfolge
{
    Nummer,

    /// <summary>Last name, then first name; without a name last.</summary>
    Name,

    /// <summary>Earliest last day of the open tasks; without one last.</summary>
    Faelligkeit,
}
