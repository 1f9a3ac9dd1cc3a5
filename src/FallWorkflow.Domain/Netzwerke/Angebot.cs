using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>An offer of the directory, formal or informal (R68).</summary>
/// <param name="ZuletztGeprueft">Day on which somebody last made sure that it is as it stands here.</param>
/// <param name="IstGestrichen">It is no longer there; its ratings stay.</param>
public sealed record Angebot(
    string Id, Angebotsart Art, Angebotsform Form, string Bezeichnung, string Anbieter, string Gebiet, string Bedingungen, DateOnly ZuletztGeprueft, bool IstGestrichen = false);
