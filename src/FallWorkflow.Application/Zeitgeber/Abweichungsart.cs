namespace FallWorkflow.Application.Zeitgeber;

/// <summary>How a stored timer, or its absence, differs from what the processes have planned.</summary>
public enum Abweichungsart
{
    /// <summary>Nobody waits for it: its instance has ended or does not exist, or its activity is not under way.</summary>
    Verwaist,

    /// <summary>An activity waits for it, and it is not there.</summary>
    Fehlt,

    /// <summary>Its rule gives another instant.</summary>
    FalscherTermin,

    /// <summary>Its rule cannot be computed.</summary>
    RegelUnlesbar,

    /// <summary>Given up after too many failures.</summary>
    Geparkt,

    /// <summary>Due for a long time and still there.</summary>
    Ueberfaellig,
}
