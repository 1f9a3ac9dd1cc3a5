namespace FallWorkflow.Domain.Faelle;

/// <summary>Who called an appointment off.</summary>
public enum Absageseite
{
    Klient,
    Jobcenter,
    Andere,
}
