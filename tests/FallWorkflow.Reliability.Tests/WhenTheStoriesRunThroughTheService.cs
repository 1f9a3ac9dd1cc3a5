using FallWorkflow.Reliability.Tests.Geschichten;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// The stories from handover to the end, through the API of a real process, over a real broker and a real database, in
/// virtual time. The simulation has run the same scenarios in memory; both must have had the same days.
/// </summary>
public abstract class WhenTheStoriesRunThroughTheService(Broker broker, string provider, params string[] namen)
{
    [Fact]
    public async Task Everything_happens_at_the_instants_and_in_the_order_of_the_simulation()
    {
        var geschichten = await Task.WhenAll(namen.Select(Geschichte.SimulateAsync));
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

        await new Datenbankblick(app).ShouldBeInOrderAsync();
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenTheStoriesRunThroughTheServiceOnSqlite(Broker broker) : WhenTheStoriesRunThroughTheService(
    broker, Programm.Sqlite,
    "s1-schulden-und-sucht", "s2-wohnungslos", "s3-nicht-aufgenommen", "s4-krise-pause-rhythmus", "s5-verlaengert-nachbetreut-wieder-aufgenommen", "s6-einwilligung-widerrufen");

[Collection(Broker.PostgreSql)]
public sealed class WhenTheStoriesRunThroughTheServiceOnPostgreSql(Broker broker) : WhenTheStoriesRunThroughTheService(
    broker, Programm.PostgreSql, "s1-schulden-und-sucht", "s5-verlaengert-nachbetreut-wieder-aufgenommen");
