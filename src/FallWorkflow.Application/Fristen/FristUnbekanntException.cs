using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Fristen;

/// <summary>A process refers to a period that neither it nor the concept gives a usable value.</summary>
public sealed class FristUnbekanntException(string bezeichnung, string? parameter)
    : FallWorkflowException(Texte.Of("FristUnbekannt", bezeichnung, parameter ?? "-"));
