namespace FallWorkflow.Domain.Netzwerke;

/// <summary>What the team lead does with a proposal (R71).</summary>
public enum Vorschlagsentscheidung
{
    Aufgegriffen,
    InDieNetzwerkkonferenz,
    NichtAufgegriffen,
}
