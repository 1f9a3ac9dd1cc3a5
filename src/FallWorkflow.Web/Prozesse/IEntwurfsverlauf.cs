using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Web.Prozesse;

/// <summary>Everything that was ever saved of a process.</summary>
public interface IEntwurfsverlauf
{
    /// <summary>Most rows that are given at once.</summary>
    public const int Groesse = 50;

    /// <param name="vorNr">Only states before this number; null: from the latest on.</param>
    /// <exception cref="NotFoundException">There is no such process.</exception>
    Task<Entwurfsverlauf> ListAsync(string definitionId, int? vorNr, CancellationToken cancellation = default);

    /// <summary>One saved state with its content.</summary>
    /// <exception cref="NotFoundException">There is no such state, or it had no content.</exception>
    Task<(Entwurfsangabe Angabe, JsonObject Definition)> FindAsync(string definitionId, int nr, CancellationToken cancellation = default);

    /// <summary>Makes an earlier state the draft. What was the draft stays in the history.</summary>
    /// <exception cref="NotFoundException">There is no such state, or it had no content.</exception>
    Task RestoreAsync(string definitionId, int nr, Akteur akteur, CancellationToken cancellation = default);

    /// <summary>Drops the draft. It stays in the history.</summary>
    /// <exception cref="NotFoundException">There is no draft.</exception>
    Task DropAsync(string definitionId, string? grund, Akteur akteur, CancellationToken cancellation = default);
}

/// <param name="Aktuell">Number of the state that is the draft now; null if there is none.</param>
/// <param name="Staende">Latest first.</param>
/// <param name="Weiter">Ask for what is before this number; null at the end.</param>
public sealed record Entwurfsverlauf(string DefinitionId, string Name, bool IstVeroeffentlicht, int? Aktuell, IReadOnlyList<Entwurfsangabe> Staende, int? Weiter)
{
    public bool HatEntwurf => Aktuell is not null;
}

/// <summary>What happened to a draft.</summary>
/// <param name="Von">Name of the person; of the program for files.</param>
/// <param name="HatInhalt">There is something to look at.</param>
public sealed record Entwurfsangabe(int Nr, Entwurfsart Art, int Version, string Name, DateTimeOffset Am, string Von, string? Grund, bool HatInhalt);
