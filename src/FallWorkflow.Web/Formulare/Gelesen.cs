using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Formulare;

/// <summary>A form that was read: the fact, if it could be made, and everything that is wrong, by the path in the form.</summary>
internal sealed record Gelesen(Angabe? Tatsache, IReadOnlyList<Eingabefehler> Fehler, Func<string, string> PfadImFormular);
