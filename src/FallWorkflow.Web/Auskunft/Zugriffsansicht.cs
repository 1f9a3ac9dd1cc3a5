using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Web.Auskunft;

/// <summary>Lines of the access log with the names of people (R88).</summary>
/// <param name="MitFall">Of several Fälle, so each line leads to its own.</param>
/// <param name="Maske">For a copy: what is about other people is replaced.</param>
internal sealed record Zugriffsansicht(IReadOnlyList<Zugriffsereignis> Zeilen, Func<string, string> Name, bool MitFall = false, Schwaerzung? Maske = null);
