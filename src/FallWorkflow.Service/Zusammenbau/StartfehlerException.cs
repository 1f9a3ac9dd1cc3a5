namespace FallWorkflow.Service.Zusammenbau;

/// <summary>The program cannot start as it was asked to; the German message says why and what to do, and is all that is printed.</summary>
internal sealed class StartfehlerException(string message, Exception? inner = null) : Exception(message, inner);
