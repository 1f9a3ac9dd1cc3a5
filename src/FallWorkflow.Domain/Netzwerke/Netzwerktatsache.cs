using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>
/// One typed fact about the help around an office: offers, agreements, conferences, ratings (R68–R71). It names no client. Like
/// the facts of a Fall it is only ever added, under a pinned wire name.
/// </summary>
public abstract record Netzwerktatsache : Angabe
{
    /// <summary>Id of what it is about.</summary>
    public abstract string Bezug { get; }

    /// <summary>What must hold before it can be recorded.</summary>
    public virtual IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [];

    /// <summary>The effect on the state; must not fail.</summary>
    internal abstract void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag);
}
