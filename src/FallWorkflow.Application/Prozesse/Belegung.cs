using FallWorkflow.Application.Ports;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Where the instances of a version wait.</summary>
/// <param name="Instanzen">How many wait anywhere.</param>
/// <param name="Schritte">Steps at which somebody waits, the fullest first.</param>
public sealed record Belegung(Prozessversion Version, int Instanzen, IReadOnlyList<Schrittbelegung> Schritte);

/// <param name="Wartende">Longest first; an instance that waits twice at the step counts twice.</param>
/// <param name="Median">How long they have been waiting, in the middle.</param>
public sealed record Schrittbelegung(string Id, string Name, IReadOnlyList<Wartestelle> Wartende, TimeSpan Median, TimeSpan Laengste)
{
    public int Anzahl => Wartende.Count;
}
