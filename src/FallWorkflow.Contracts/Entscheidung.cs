namespace FallWorkflow.Contracts;

/// <summary>What the partner decides about a referral (R58); text on the wire.</summary>
public enum Entscheidung
{
    /// <summary>Accepted.</summary>
    Angenommen,

    /// <summary>Declined; the text carries the reason.</summary>
    Abgelehnt,

    /// <summary>The partner asks back; the text carries the question.</summary>
    Rueckfrage,
}
