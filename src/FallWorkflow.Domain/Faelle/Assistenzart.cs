namespace FallWorkflow.Domain.Faelle;

/// <summary>Kinds of assisting services (R53).</summary>
public enum Assistenzart
{
    Begleiten,
    Anleiten,
    StellvertretendHandeln,
}
