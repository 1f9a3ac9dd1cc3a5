using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Ports;

/// <summary>The scanner for malicious software is set up and does not answer; nothing was stored, and the file can be sent again later.</summary>
public sealed class PruefdienstNichtErreichbarException(Exception? inner = null) : FallWorkflowException(Texte.Of("PruefdienstNichtErreichbar"), inner);
