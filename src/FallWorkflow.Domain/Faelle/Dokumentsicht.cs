namespace FallWorkflow.Domain.Faelle;

/// <summary>
/// Who of those that may see the Akte may open a document's file, besides data protection (R88). Its entry stands in the Akte for all
/// of them, and nothing is kept from the client (R24).
/// </summary>
public enum Dokumentsicht
{
    /// <summary>Whoever has the Fall as Fallmanager, also after a change.</summary>
    Fallmanagement,

    /// <summary>The team lead as well.</summary>
    Teamleitung,

    /// <summary>Everybody who may see the Akte: placement too, before the admission and after a return.</summary>
    Akte,
}
