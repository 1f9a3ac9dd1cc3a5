namespace FallWorkflow.Domain.Faelle;

/// <summary>Whether help is somebody's office or trade, or given by family, friends and neighbours (R20).</summary>
public enum Hilfeart
{
    Formell,
    Informell,
}
