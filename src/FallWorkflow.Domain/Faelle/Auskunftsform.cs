namespace FallWorkflow.Domain.Faelle;

/// <summary>How a copy of the record was handed out (R25).</summary>
public enum Auskunftsform
{
    Papier,
    Datei,
    Einsicht,
}
