namespace FallWorkflow.Domain.Faelle;

/// <summary>Whether a service fits the person, as one side sees it (R60).</summary>
public enum Passung
{
    Passt,
    PasstTeilweise,
    PasstNicht,
}
