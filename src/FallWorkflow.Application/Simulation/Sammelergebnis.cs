namespace FallWorkflow.Application.Simulation;

/// <summary>What came out of many simulations of the same definitions.</summary>
/// <param name="Definition">Id of the definition the simulations were asked for.</param>
/// <param name="Cases">How many Faelle were simulated.</param>
/// <param name="From">Earliest handover.</param>
/// <param name="To">Latest day that was simulated.</param>
/// <param name="Events">Events of all calendars together.</param>
/// <param name="Summary">How often each kind of event happened, over all Faelle.</param>
/// <param name="PerCase">The same for each kind: least, mean and most in one Fall.</param>
/// <param name="Starts">How often the definition that was asked for began, mean per Fall.</param>
/// <param name="Weeks">Tasks that appeared, by week of the course from 0 (the handover's).</param>
/// <param name="Load">One Fallmanager with the asked number of Fälle.</param>
/// <param name="Tasks">By kind of task.</param>
/// <param name="Messages">Messages to partners, mean per Fall.</param>
/// <param name="Incidents">Steps of processes that failed, the most frequent first.</param>
/// <param name="Refused">What people would have done and the rules refused, or what could not happen any more.</param>
public sealed record Sammelergebnis(
    string Definition, int Version, int Cases, DateOnly From, DateOnly To, long Events,
    IReadOnlyDictionary<string, long> Summary, IReadOnlyDictionary<string, Spanne> PerCase,
    double Starts, IReadOnlyList<Wochenwert> Weeks, Fallmanagerlast Load, IReadOnlyList<Aufgabenwert> Tasks,
    double Messages, IReadOnlyList<Vorfall> Incidents, IReadOnlyList<Vorfall> Refused)
{
    /// <summary>Hours of work of all roles, mean per Fall over the whole course.</summary>
    public double HoursPerCase => Math.Round(Tasks.Sum(t => t.HoursPerCase), 2);
}

/// <summary>How often something happened in one Fall.</summary>
public sealed record Spanne(int Least, double Mean, int Most);

/// <summary>Tasks of one Fall that appeared in one week of its course.</summary>
/// <param name="P10">One Fall in ten has no more.</param>
/// <param name="P90">Nine Fälle in ten have no more.</param>
public sealed record Wochenwert(int Week, double Mean, int P10, int P90);

/// <summary>
/// Tasks per week of one Fallmanager who has as many running Fälle as the ratio says, each begun independently of the others
/// and at any point of its course. The range follows exactly from what the simulated Fälle had, without further chance.
/// </summary>
/// <param name="Ratio">Running Fälle per Fallmanager.</param>
/// <param name="P10">One week in ten brings no more.</param>
/// <param name="P90">Nine weeks in ten bring no more.</param>
/// <param name="Hours">Hours of work per week for the tasks, mean.</param>
public sealed record Fallmanagerlast(int Ratio, double Mean, int P10, int P90, double Hours);

/// <summary>Tasks of one kind.</summary>
/// <param name="Kind">Kind (<c>art</c>) of the tasks.</param>
/// <param name="Title">As people read it.</param>
/// <param name="PerCase">Tasks that appeared, mean per Fall.</param>
/// <param name="LatePerCase">Of these, still open after the last day in time, mean per Fall.</param>
/// <param name="CasesWithLate">Share of Fälle with at least one late task, in percent.</param>
/// <param name="DaysLate">Calendar days that the late ones took longer, mean; open ones count to the end of the simulation.</param>
/// <param name="Minutes">Assumed minutes of work for one.</param>
/// <param name="HoursPerCase">Hours of work for those that were done, mean per Fall.</param>
public sealed record Aufgabenwert(
    string Kind, string Title, string Role, double PerCase, double LatePerCase, double CasesWithLate, double DaysLate, int Minutes, double HoursPerCase);

/// <summary>Something that went wrong in simulated Fälle.</summary>
/// <param name="Text">What, with process and step.</param>
/// <param name="Detail">Why; null if nobody says.</param>
/// <param name="Times">How often, over all Fälle.</param>
/// <param name="Cases">In how many Fälle.</param>
public sealed record Vorfall(string Text, string? Detail, long Times, int Cases);
