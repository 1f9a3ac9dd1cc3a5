namespace FallWorkflow.Domain.Faelle;

/// <summary>Kinds of subsidised employment (R66).</summary>
public enum Beschaeftigungsfoerderung
{
    Arbeitsgelegenheit16d,
    Eingliederung16e,
    Teilhabe16i,
}
