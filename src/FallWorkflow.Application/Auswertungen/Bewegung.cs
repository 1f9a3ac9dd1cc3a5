using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>One life area of one Fall on the scale 1 (schwer belastet) to 5 (stabil) at start, review and end (R78).</summary>
/// <param name="Start">First rating.</param>
/// <param name="Ueberpruefung">Latest rating between start and closing; null if there is none.</param>
/// <param name="Ende">Rating of the closing; null if there is none.</param>
public sealed record Bewegung(Lebensbereich Bereich, int Start, int? Ueberpruefung, int? Ende)
{
    /// <summary>Steps from the start to the end, or to the latest review while there is no end; null without a second rating.</summary>
    public int? Schritte => (Ende ?? Ueberpruefung) - Start;
}
