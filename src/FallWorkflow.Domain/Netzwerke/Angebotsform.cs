namespace FallWorkflow.Domain.Netzwerke;

/// <summary>Whether an organisation gives the help by its task, or people among themselves.</summary>
public enum Angebotsform
{
    Formell,
    Informell,
}
