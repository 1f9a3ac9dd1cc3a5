namespace FallWorkflow.Domain.Faelle;

/// <summary>What rules and forms have to know of each kind.</summary>
internal static class StrangartExtensions
{
    /// <summary>Requirement that the kind comes from.</summary>
    public static string Quelle(this Strangart art) => art switch
    {
        Strangart.Leistungskette => "R62",
        Strangart.Fallkonferenz or Strangart.Konferenzbeschluss => "R63",
        Strangart.Leistungsfrage => "R64",
        Strangart.GefoerderteBeschaeftigung => "R66",
        Strangart.Arbeitgeberbeteiligung => "R67",
        _ => "R44",
    };

    /// <summary>Field in which facts name it.</summary>
    public static string Feld(this Strangart art) => art switch
    {
        Strangart.Leistungskette => "ketteId",
        Strangart.Fallkonferenz => "konferenzId",
        Strangart.Konferenzbeschluss => "beschlussId",
        Strangart.Leistungsfrage => "frageId",
        Strangart.GefoerderteBeschaeftigung => "beschaeftigungId",
        Strangart.Arbeitgeberbeteiligung => "beteiligungId",
        _ => "lueckeId",
    };
}
