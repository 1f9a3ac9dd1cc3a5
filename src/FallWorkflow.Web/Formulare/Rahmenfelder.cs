namespace FallWorkflow.Web.Formulare;

/// <summary>Names of the fields around a fact; the underscore keeps them apart from the fact's own.</summary>
internal static class Rahmenfelder
{
    public const string WirksamAm = "_wirksamAm";
    public const string Begruendung = "_begruendung";
    public const string Bestaetigt = "_bestaetigt";
    public const string Schluessel = "_schluessel";

    /// <summary>Entry that is corrected.</summary>
    public const string Berichtigt = "_berichtigt";

    /// <summary>Posted by the button that adds a row to a list; the value is the list's path.</summary>
    public const string Mehr = "_mehr";

    /// <summary>Set once a rule has offered to be departed from with a reason (R86); keeps the field in sight.</summary>
    public const string Abweichung = "_abweichung";
}
