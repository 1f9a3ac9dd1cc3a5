namespace FallWorkflow.Application.Auswertungen;

/// <summary>What a report is about.</summary>
/// <param name="TeamId">Fälle whose Fallmanager belongs to this team; null: the whole office.</param>
/// <param name="Von">First day; counts.</param>
/// <param name="Bis">Last day; counts. What took effect later is not seen.</param>
public sealed record Statistikbereich(string BueroId, string? TeamId, DateOnly Von, DateOnly Bis)
{
    public bool Contains(DateOnly? tag) => tag >= Von && tag <= Bis;
}
