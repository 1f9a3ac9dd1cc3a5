namespace FallWorkflow.Jobs;

/// <summary>How the jobs run. Checked at start.</summary>
public sealed record JobsOptions
{
    /// <summary>As <c>Database:Provider</c>: <c>Sqlite</c>, <c>PostgreSql</c> or <c>SqlServer</c>. On the last two, several nodes share the triggers.</summary>
    public required string Provider { get; init; }

    /// <summary>The same database as the cases'. Quartz keeps its tables (QRTZ_…) beside ours and touches none of them.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// Creates missing QRTZ_ tables at start; default true. Set false where the service's account may not create tables: then
    /// they have to be there, or the start fails with their names.
    /// </summary>
    public bool CreateSchema { get; init; } = true;

    /// <summary>How often triggers are compared with the reminders' rows; 1 minute to 1 day, default 15 minutes. A lost trigger delays its reminder by at most this.</summary>
    public TimeSpan Abgleich { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long inbox entries and kept answers are remembered; 1 day to 10 years, default 30 days.</summary>
    public TimeSpan Eingangsfrist { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Address under which people open the pages (<c>Jobs:BasisUrl</c>), absolute http or https; null: mails without links.</summary>
    public Uri? BasisUrl { get; init; }

    /// <summary>Mail server; null: mails are kept in the table Postausgang instead of being sent (demo).</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>Real time, for triggers, claims and waits; only tests set it. The process clock is the registered <see cref="TimeProvider"/>.</summary>
    public TimeProvider Echtzeit { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public void Validate()
    {
        if (Provider is not (Datenbanken.Sqlite or Datenbanken.PostgreSql or Datenbanken.SqlServer))
            throw new ArgumentException($"Database:Provider '{Provider}' is none of Sqlite, PostgreSql, SqlServer.");
        if (string.IsNullOrWhiteSpace(ConnectionString))
            throw new ArgumentException("The jobs need the connection string of the database.");
        if (Abgleich < TimeSpan.FromMinutes(1) || Abgleich > TimeSpan.FromDays(1))
            throw new ArgumentException("Jobs:Abgleich must be between one minute and one day.");
        if (Eingangsfrist < TimeSpan.FromDays(1) || Eingangsfrist > TimeSpan.FromDays(3650))
            throw new ArgumentException("Inbox:RetentionDays must be between 1 and 3650.");
        if (BasisUrl is not null && !(BasisUrl.IsAbsoluteUri && BasisUrl.Scheme is "http" or "https"))
            throw new ArgumentException("Jobs:BasisUrl must be an absolute http or https address.");
        Smtp?.Validate();
    }
}
