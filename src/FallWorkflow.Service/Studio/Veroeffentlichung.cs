using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Service.Studio;

/// <summary>What came of the wish to publish.</summary>
/// <param name="Fassung">What was published, or the draft that waits.</param>
/// <param name="WarSchon">It was published before.</param>
/// <param name="Antrag">A second person has to agree first; null if it is published.</param>
internal sealed record Veroeffentlichung(Fassung Fassung, bool WarSchon, Entwurfsstand? Antrag);
