using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Application.Netzwerke;

/// <summary>An agreement with a partner.</summary>
/// <param name="ErinnerungAm">Day on which the team lead is reminded of its end (R69).</param>
/// <param name="Abgelaufen">Its term is over although nobody has ended or extended it.</param>
public sealed record Vereinbarungszeile(Vereinbarung Vereinbarung, DateOnly? ErinnerungAm, bool Abgelaufen);
