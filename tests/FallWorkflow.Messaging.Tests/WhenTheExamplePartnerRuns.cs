using System.Reflection;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Messaging.Tests.Kit;
using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Messaging.Tests;

/// <summary>The example knows the description of the wire only; here it runs as a process of its own.</summary>
[Collection(Broker.Name)]
public sealed class WhenTheExamplePartnerRuns(Broker broker)
{
    private static readonly string Program = typeof(WhenTheExamplePartnerRuns).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "PartnerBeispiel").Value!;

    [Fact]
    public async Task It_prints_accepts_and_reports_and_ends_after_as_many_as_it_was_told()
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        var eingang = new FakeEingang();
        eingang.Own("z-1", traegerId);
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, eingang);
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId)));
        await using var partner = Start(traegerId, "--bericht", "beginn,ende", "--einmal", "1");

        await eingang.UntilEffectsAsync(3);
        await partner.WaitForLineAsync(l => l == "Beendet.", Gedaechtnis.Limit);

        eingang.Effects.Select(e => e.Tatsache).ShouldBe(
        [
            new ZuweisungAngenommen("z-1", null, "Wir melden uns bei der Person."),
            new ZuweisungBegonnen("z-1", new(2027, 3, 16), "Der erste Termin hat stattgefunden."),
            new ZuweisungBeendet("z-1", new(2027, 3, 16), "Das vereinbarte Ziel ist erreicht."),
        ]);
        partner.Output.ShouldContain("  Name: Jörg Weiß\n  Telefon: 0911 5550123\n  Anliegen: Schulden ordnen\n  Antwort erbeten bis 01.04.2027\n");
        await partner.WaitForExitAsync(Gedaechtnis.Limit);
        partner.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("ablehnen", typeof(ZuweisungAbgelehnt))]
    [InlineData("rueckfrage", typeof(RueckfrageGestellt))]
    public async Task It_declines_or_asks_back(string antwort, Type fact)
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        var eingang = new FakeEingang();
        eingang.Own("z-1", traegerId);
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, eingang);
        await using var partner = Start(traegerId, "--antwort", antwort);
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId)));
        await eingang.UntilEffectsAsync(1);
        eingang.Effects.ShouldHaveSingleItem().Tatsache.ShouldBeOfType(fact);
    }

    [Fact]
    public async Task It_recognises_a_repeated_message_and_ends_on_SIGTERM()
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        var eingang = new FakeEingang();
        eingang.Own("z-1", traegerId);
        var message = Beispiel.Erteilt(traegerId);
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, eingang);
        await using var partner = Start(traegerId, "--antwort", "schweigen");
        outbox.Add(Beispiel.InOutbox(message));
        await partner.WaitForLineAsync(l => l.StartsWith("Neue Zuweisung z-1", StringComparison.Ordinal), Gedaechtnis.Limit);

        await using (var access = await Partnerzugang.ConnectAsync(broker.Uri))
            await access.PublishToPartnerAsync(traegerId, "ZuweisungErteilt", outbox.Rows[0].Inhalt);
        await partner.WaitForLineAsync(l => l == "ZuweisungErteilt: schon bearbeitet, nichts zu tun.", Gedaechtnis.Limit);

        (await partner.StopAsync(Gedaechtnis.Limit)).ShouldBeTrue("it ends by itself when asked");
        partner.ExitCode.ShouldBe(0);
        partner.Output.ShouldEndWith("Beendet.\n");
        eingang.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_arguments_are_explained_with_exit_code_2()
    {
        await using var partner = ChildProcess.Start("dotnet", [Program, "--uri", $"{broker.Uri}", "--traeger", "Ä"]);
        await partner.WaitForLineAsync(l => l.Contains("--traeger die Kennung Ihres Hauses", StringComparison.Ordinal), Gedaechtnis.Limit);
        await partner.WaitForExitAsync(Gedaechtnis.Limit);
        partner.ExitCode.ShouldBe(2);
    }

    private ChildProcess Start(string traegerId, params string[] more) =>
        ChildProcess.Start("dotnet", [Program, "--uri", $"{broker.Uri}", "--traeger", traegerId, .. more]);
}
