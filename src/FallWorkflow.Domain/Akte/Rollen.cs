namespace FallWorkflow.Domain.Akte;

/// <summary>Wire names of the roles.</summary>
public static class Rollen
{
    public const string Fallmanager = "Fallmanager";
    public const string Integrationsfachkraft = "Integrationsfachkraft";
    public const string Teamleitung = "Teamleitung";
    public const string Prozessgestalter = "Prozessgestalter";
    public const string Traeger = "Traeger";
    public const string Datenschutz = "Datenschutz";

    /// <summary>The processes themselves.</summary>
    public const string System = "System";

    public static IReadOnlyList<string> Alle { get; } =
        [Fallmanager, Integrationsfachkraft, Teamleitung, Prozessgestalter, Traeger, Datenschutz, System];
}
