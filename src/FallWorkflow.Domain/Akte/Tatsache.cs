using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Akte;

/// <summary>
/// What an entry of the Akte says: one typed fact about a Fall. Facts are never changed; a correction is a new entry
/// that supersedes an older one. Every fact has a pinned wire name (<see cref="TatsacheAttribute"/>), which is also the
/// name of the event that processes wait for.
/// </summary>
public abstract record Tatsache : Angabe
{
    /// <summary>Subject within the Fall (for example one of several referrals); null if the fact concerns the Fall as a whole.</summary>
    public virtual string? Bezug => null;

    /// <summary>Rules of the field that must hold before the fact can be recorded.</summary>
    public virtual IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) => [];

    /// <summary>Further facts that follow by themselves, recorded in the same transaction right after this one.</summary>
    public virtual IEnumerable<Tatsache> Folgen(Fall fall) => [];

    /// <summary>The reason with which one of its <see cref="Folgen"/> is kept; null: none of its own.</summary>
    internal virtual string? BegruendungOf(Fall vorher, Tatsache folge) => null;

    /// <summary>
    /// Whether the fact answers what is open now. A late record of something older than what is known does not: it neither
    /// closes a task nor wakes a process.
    /// </summary>
    public virtual bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => true;

    /// <summary>Whether it may correct an entry of another kind.</summary>
    internal virtual bool MayReplace(Tatsache alt) => false;

    /// <summary>
    /// Where an entry of this kind stands until it is said to be discussed (R24). What arises in a talk with the client is
    /// discussed on its own day.
    /// </summary>
    internal virtual Besprechungsstand BeimErfassen => Besprechungsstand.Vorlaeufig;

    /// <summary>The effect on the state of the Fall; must not fail, since it also runs when the Akte is read.</summary>
    internal abstract void ApplyTo(Fall fall, Eintrag eintrag);
}
