using FallWorkflow.Application.Ports;
using FallWorkflow.Jobs.Planung;
using FallWorkflow.Jobs.Tests.Umgebung;
using Quartz;

namespace FallWorkflow.Jobs.Tests;

/// <summary>House-keeping of what has been remembered about messages and commands.</summary>
public abstract class WhenTheNightIsOver<TDatenbank> : Buehne<TDatenbank>
    where TDatenbank : Testdatenbank, new()
{
    [Fact]
    public async Task What_is_31_days_old_is_gone_and_what_is_29_days_old_stays()
    {
        await EnterAsync("alt", Jetzt.AddDays(-31));
        await EnterAsync("jung", Jetzt.AddDays(-29));
        var echt = TimeProvider.System.GetUtcNow();
        await AnswerAsync("alt", echt.AddDays(-31));
        await AnswerAsync("jung", echt.AddDays(-29));

        await using var knoten = await Knoten.StartAsync(Datenbank, Uhr, Mailer);
        await (await knoten.SchedulerAsync()).TriggerJob(Aufraeumen.Key);
        await knoten.Jobs.WaitForAsync(nameof(Aufraeumen));

        (await TryEnterAsync("alt")).ShouldBeTrue("forgotten");
        (await TryEnterAsync("jung")).ShouldBeFalse("remembered");
        var antworten = Knoten.Get<IIdempotenz>();
        (await antworten.FindAsync("alt", "weber")).ShouldBeNull();
        (await antworten.FindAsync("jung", "weber")).ShouldNotBeNull();
    }

    private async Task EnterAsync(string schluessel, DateTimeOffset at)
    {
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        (await uow.TryEnterInboxAsync(schluessel, at)).ShouldBeTrue();
        await uow.CommitAsync();
    }

    private async Task<bool> TryEnterAsync(string schluessel)
    {
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        return await uow.TryEnterInboxAsync(schluessel, Jetzt);
    }

    private async Task AnswerAsync(string schluessel, DateTimeOffset at) =>
        (await Knoten.Get<IIdempotenz>().SaveAsync(new IdempotenteAntwort { Key = schluessel, AkteurId = "weber", Status = 200, At = at })).ShouldBeTrue();
}

public sealed class WhenTheNightIsOverOnSqlite : WhenTheNightIsOver<OnSqlite>;

public sealed class WhenTheNightIsOverOnPostgreSql : WhenTheNightIsOver<OnPostgreSql>;
