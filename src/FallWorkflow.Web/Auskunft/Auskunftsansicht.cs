using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Web.Auskunft;

/// <summary>An issued copy as people read it: on its page, on paper, as a PDF.</summary>
/// <param name="Eintraege">The entries of the Akte, oldest first, each with what was recorded.</param>
/// <param name="Verarbeitung">What for, whence, to whom, how long.</param>
/// <param name="Zugriffe">Who read the record or got something of it until then, newest first.</param>
/// <param name="NameOf">Names of people and partners by the ids with which the Akte names them.</param>
internal sealed record Auskunftsansicht(
    Fallauskunft Auskunft, IReadOnlyList<Klartexteintrag> Eintraege, IReadOnlyList<Verarbeitungsangabe> Verarbeitung, IReadOnlyList<Zugriffsereignis> Zugriffe, Func<string, string> NameOf);
