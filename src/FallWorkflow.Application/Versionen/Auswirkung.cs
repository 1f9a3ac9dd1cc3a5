namespace FallWorkflow.Application.Versionen;

/// <summary>A page of what a move would do.</summary>
/// <param name="Faelle">In order of their numbers.</param>
/// <param name="Weiter">Number of the Fall behind which the next page begins; null: this is the last one.</param>
/// <param name="Gesamt">Fälle with a running process of the old version, within the office asked for.</param>
public sealed record Auswirkung(IReadOnlyList<Fallauswirkung> Faelle, string? Weiter, int Gesamt);

/// <summary>What a move would do to one Fall.</summary>
public sealed record Fallauswirkung(Guid FallId, string FallNummer, string BueroId, IReadOnlyList<Umzug> Umzuege)
{
    /// <summary>At least one of its processes would move.</summary>
    public bool Beweglich => Umzuege.Any(u => u.Beweglich);
}

/// <summary>Which Fälle are asked for.</summary>
/// <param name="BueroId">Only of this office; null: of all.</param>
/// <param name="NurHindernisse">Only those in which something cannot move.</param>
/// <param name="Ab">Begin behind the Fall of this number; null: at the beginning.</param>
/// <param name="Max">1 to 100.</param>
public sealed record Auswirkungsfilter(string? BueroId = null, bool NurHindernisse = false, string? Ab = null, int Max = 20);

/// <summary>A step of the old version that the new one lacks, or has otherwise, with where it could go.</summary>
public sealed record Schrittfrage(string Id, string Name, IReadOnlyList<Schrittziel> Ziele);

/// <param name="GleicheArt">It can go on there; otherwise it can only begin anew.</param>
public sealed record Schrittziel(string Id, string Name, bool GleicheArt);
