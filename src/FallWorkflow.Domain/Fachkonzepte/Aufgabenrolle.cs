using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Roles that can have a task.</summary>
public static class Aufgabenrolle
{
    public static IReadOnlyList<string> Alle { get; } = [Rollen.Fallmanager, Rollen.Integrationsfachkraft, Rollen.Teamleitung, Rollen.Datenschutz];
}
