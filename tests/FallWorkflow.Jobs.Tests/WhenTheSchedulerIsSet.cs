using FallWorkflow.Jobs.Planung;
using FallWorkflow.Jobs.Tests.Umgebung;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FallWorkflow.Jobs.Tests;

public sealed class WhenTheSchedulerIsSet : Buehne<OnSqlite>
{
    [Fact]
    public async Task The_morning_trigger_keeps_local_time_over_both_changes_of_the_clock()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        var trigger = (await (await knoten.SchedulerAsync()).GetTrigger(new TriggerKey(nameof(TagesuebersichtSchreiben)))).ShouldNotBeNull();

        // Friday before and Monday after each change; UTC+1 in winter, UTC+2 in summer.
        FiresAfter(trigger, new(2027, 3, 26)).ShouldBe(new(2027, 3, 26, 6, 30, 5, TimeSpan.Zero));
        FiresAfter(trigger, new(2027, 3, 27)).ShouldBe(new(2027, 3, 29, 5, 30, 5, TimeSpan.Zero));
        FiresAfter(trigger, new(2027, 10, 29)).ShouldBe(new(2027, 10, 29, 5, 30, 5, TimeSpan.Zero));
        FiresAfter(trigger, new(2027, 10, 30)).ShouldBe(new(2027, 11, 1, 6, 30, 5, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_house_is_kept_every_night_at_half_past_two()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        var trigger = (await (await knoten.SchedulerAsync()).GetTrigger(new TriggerKey(nameof(Aufraeumen)))).ShouldNotBeNull();

        FiresAfter(trigger, new(2027, 3, 6)).ShouldBe(new(2027, 3, 6, 1, 30, 0, TimeSpan.Zero));
        FiresAfter(trigger, new(2027, 7, 4)).ShouldBe(new(2027, 7, 4, 0, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Processes_that_are_missing_come_every_night_at_ten_to_three()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        var trigger = (await (await knoten.SchedulerAsync()).GetTrigger(new TriggerKey(nameof(ProzesseNachholen)))).ShouldNotBeNull();

        FiresAfter(trigger, new(2027, 3, 6)).ShouldBe(new(2027, 3, 6, 1, 50, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_process_clock_of_the_service_stays_what_the_host_registered()
    {
        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);

        knoten.Get<TimeProvider>().ShouldBeSameAs(Uhr);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        var gut = new JobsOptions { Provider = "Sqlite", ConnectionString = "Data Source=x" };
        Refused(gut with { Provider = "Oracle" }).ShouldBe("Database:Provider 'Oracle' is none of Sqlite, PostgreSql, SqlServer.");
        Refused(gut with { ConnectionString = " " }).ShouldBe("The jobs need the connection string of the database.");
        Refused(gut with { Abgleich = TimeSpan.FromSeconds(59) }).ShouldBe("Jobs:Abgleich must be between one minute and one day.");
        Refused(gut with { Eingangsfrist = TimeSpan.Zero }).ShouldBe("Inbox:RetentionDays must be between 1 and 3650.");
        Refused(gut with { BasisUrl = new("ftp://example.org") }).ShouldBe("Jobs:BasisUrl must be an absolute http or https address.");
        Refused(gut with { BasisUrl = new("/app", UriKind.Relative) }).ShouldBe("Jobs:BasisUrl must be an absolute http or https address.");
        Refused(gut with { Smtp = new() { Host = "", From = "a@example.org" } }).ShouldBe("Jobs:Smtp:Host is missing.");
        Refused(gut with { Smtp = new() { Host = "mail", From = "kein" } }).ShouldBe("Jobs:Smtp:From is not a mail address.");
        Refused(gut with { Smtp = new() { Host = "mail", From = "a@example.org", Port = 0 } }).ShouldBe("Jobs:Smtp:Port must be between 1 and 65535.");
    }

    private static string Refused(JobsOptions options) =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddFallWorkflowJobs(options)).Message;

    private static DateTimeOffset? FiresAfter(ITrigger trigger, DateOnly tag) =>
        trigger.GetFireTimeAfter(new DateTimeOffset(tag, TimeOnly.MinValue, TimeSpan.Zero));
}
