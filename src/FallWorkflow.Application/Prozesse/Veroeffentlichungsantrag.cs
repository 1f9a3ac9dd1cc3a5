namespace FallWorkflow.Application.Prozesse;

/// <summary>A request to publish a draft that nobody has decided yet.</summary>
/// <param name="Antrag">The row that asks; its number names the request.</param>
/// <param name="Hinfaellig">The draft was changed after it, so that nobody can agree to it any more.</param>
public sealed record Veroeffentlichungsantrag(Entwurfszeile Antrag, bool Hinfaellig);
