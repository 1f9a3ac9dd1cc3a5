namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Groups of the palette.</summary>
internal static class Categories
{
    public const string Flow = "Ablauf";
    public const string Branching = "Verzweigung";
    public const string Loops = "Schleifen";
    public const string Values = "Werte";
    public const string Events = "Ereignisse";
    public const string Time = "Zeit";
    public const string Processes = "Prozesse";
}
