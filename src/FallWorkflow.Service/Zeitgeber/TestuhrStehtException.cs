using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>A due timer cannot be fired, so the test clock does not pass it.</summary>
internal sealed class TestuhrStehtException(DateTimeOffset instant) : FallWorkflowException(Texte.Of("Testuhr.Steht", instant));
