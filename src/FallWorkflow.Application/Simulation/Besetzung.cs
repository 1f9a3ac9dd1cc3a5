using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Application.Simulation;

/// <summary>Who acts in a simulated Fall, by role.</summary>
public sealed class Besetzung(string bueroId, string fallmanager = "fallmanagement", string integrationsfachkraft = "vermittlung", string teamleitung = "teamleitung", string datenschutz = "datenschutz")
{
    public string BueroId { get; } = bueroId;

    public string? IdOf(string rolle) => rolle switch
    {
        Rollen.Fallmanager => fallmanager,
        Rollen.Integrationsfachkraft => integrationsfachkraft,
        Rollen.Teamleitung => teamleitung,
        Rollen.Datenschutz => datenschutz,
        _ => null,
    };

    public Akteur Of(string rolle) => new(IdOf(rolle) ?? rolle, rolle, rolle, BueroId);
}
