namespace FallWorkflow.Domain.Faelle;

/// <summary>Whose view it is (R36).</summary>
public enum Sichtseite
{
    Klient,
    Fallmanagement,
    Traeger,
    Angehoerige,
}
