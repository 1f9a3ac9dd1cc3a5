using FallWorkflow.Reliability.Tests.Geschichten;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// The stories from handover to the end, through the API of a real process, over a real broker and a real database, in
/// virtual time. The simulation has run the same scenarios in memory; both must have had the same days.
/// </summary>
public abstract class WhenTheStoriesRunThroughTheService(Broker broker, string provider)
{
    private static readonly string[] Namen =
    [
        "s1-schulden-und-sucht", "s2-wohnungslos", "s3-nicht-aufgenommen", "s4-krise-pause-rhythmus",
        "s5-verlaengert-nachbetreut-wieder-aufgenommen", "s6-einwilligung-widerrufen", "s7-ganzes-leben",
    ];

    [Fact]
    public async Task Everything_happens_at_the_instants_and_in_the_order_of_the_simulation()
    {
        var geschichten = await Task.WhenAll(Namen.Select(Geschichte.SimulateAsync));
        foreach (var traeger in geschichten.SelectMany(g => g.Traeger))
            await Partner.DrainAsync(broker, traeger);
        await using var app = await Programm.LaunchAsync(provider, broker, new Appoptionen
        {
            Beginn = Domain.Kalender.Ortszeit.StartOfDay(geschichten.Min(g => g.Szenario.Von)),
            Stammdaten = async stammdaten =>
            {
                foreach (var geschichte in geschichten)
                    await geschichte.CreateAsync(stammdaten);
            },
        });

        var lauf = new Geschichtenlauf(app, broker);
        await lauf.RunAsync(geschichten);

        foreach (var geschichte in geschichten)
        {
            // Compared are instant, legal date, kind and title. Not the details, where the example program has a text of its
            // own and the simulation none.
            (await lauf.VerlaufAsync(geschichte)).ShouldBe(Geschichtenlauf.CalendarOf(geschichte), geschichte.Name);
        }

        // One of them went the whole way: handover, referral by the partner's program, closing, end of aftercare.
        (await lauf.VerlaufAsync(geschichten.Single(g => g.Name == "s7-ganzes-leben"))).ShouldContain(z => z.Contains("NachbetreuungBeendet", StringComparison.Ordinal));

        await new Datenbankblick(app).ShouldBeInOrderAsync();
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenTheStoriesRunThroughTheServiceOnSqlite(Broker broker) : WhenTheStoriesRunThroughTheService(broker, Programm.Sqlite);

[Collection(Broker.PostgreSql)]
public sealed class WhenTheStoriesRunThroughTheServiceOnPostgreSql(Broker broker) : WhenTheStoriesRunThroughTheService(broker, Programm.PostgreSql);
