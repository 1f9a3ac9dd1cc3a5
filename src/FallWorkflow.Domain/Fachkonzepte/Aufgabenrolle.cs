using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Roles that can have a task.</summary>
public static class Aufgabenrolle
{
    public static IReadOnlyList<string> Alle { get; } = [Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung, Rollen.Datenschutz];

    /// <summary>Kinds of tasks whose role is no matter of an office: who approves (R86), and who decides on keeping and deleting (R90).</summary>
    public static IReadOnlyList<string> Fest { get; } = ["Freigabe", "Aufbewahrung", "Loeschung"];
}
