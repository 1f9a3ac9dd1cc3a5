namespace FallWorkflow.Service.Prozesse;

/// <summary>Something in a definition that keeps it from being published (German).</summary>
/// <param name="Datei">File, where the definition came from one.</param>
/// <param name="Aktivitaet">Activity by its text on the canvas; null if the definition as a whole is meant.</param>
/// <param name="Pfad">Place in the JSON.</param>
/// <param name="Abhilfe">What to do.</param>
internal sealed record Prozessproblem(string? Datei, string? Aktivitaet, string Pfad, string Meldung, string Abhilfe)
{
    public override string ToString() =>
        string.Join(": ", new[] { Datei, Aktivitaet, Pfad, $"{Meldung} {Abhilfe}" }.Where(t => !string.IsNullOrEmpty(t)));
}
