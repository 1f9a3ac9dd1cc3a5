using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>A message that nobody can read, and one that fails again and again: parked with the reason, and the others go on.</summary>
[Collection(Broker.Sqlite)]
public sealed class WhenAPartnerMessageIsPoisoned(Broker broker)
{
    private const string Unlesbar = "{ \"nachrichtId\": das ist kein JSON";

    private static readonly DateOnly Beginn = new(2027, 1, 11);

    [Fact]
    public async Task It_is_parked_with_the_reason_its_neighbours_go_on_and_it_has_its_effect_once_it_can()
    {
        await Partner.DrainAsync(broker, Testjobcenter.Schuldnerberatung);
        await using var app = await Programm.LaunchAsync(Programm.Sqlite, broker);
        var blick = new Datenbankblick(app);
        var fallmanagerin = await app.SignInAsync(Testjobcenter.Fallmanagerin);
        var krank = await ReferAsync(app, fallmanagerin, "krank");
        var nachbar = await ReferAsync(app, fallmanagerin, "nachbar");
        // Whatever happens in this Fall, the dates of its timers are computed anew, and that fails.
        const string kaputt = "{ kaputt ";
        await blick.ExecuteAsync(
            """UPDATE "Timer" SET "Rule" = @kaputt || "Rule" WHERE "CorrelationId" = @fall AND "Rule" IS NOT NULL""", ("kaputt", kaputt), ("fall", $"{krank:N}"));

        await Partner.SendTextAsync(broker, "ZuweisungBeantwortet", Unlesbar, $"{Guid.NewGuid()}");
        await AcceptAsync("krank");
        await AcceptAsync("nachbar");
        await Programm.UntilAsync(() => fallmanagerin.AkteAsync(nachbar, "ZuweisungAngenommen"), e => e.Count == 1, "the neighbour's answer has arrived");

        // The intake takes one message after the other, so those before have been dealt with.
        (await fallmanagerin.AkteAsync(krank, "ZuweisungAngenommen")).ShouldBeEmpty();
        app.Process!.Output.Split("failed, attempt").Length.ShouldBe(3, "attempts that were tried again");
        await blick.ExecuteAsync(
            $"""UPDATE "Timer" SET "Rule" = substr("Rule", {kaputt.Length + 1}) WHERE "CorrelationId" = @fall AND "Rule" IS NOT NULL""", ("fall", $"{krank:N}"));
        var geparkt = await Partner.TakeParkedAsync(broker, inhalt => inhalt != Unlesbar);
        geparkt.Count.ShouldBe(2);
        geparkt[0].Inhalt.ShouldBe(Unlesbar);
        // The transport reads the JSON before the intake does, and says where it ends.
        geparkt[0].Grund.ShouldContain("BytePositionInLine: 17");
        geparkt[1].Grund.ShouldContain("invalid");

        await Programm.UntilAsync(() => fallmanagerin.AkteAsync(krank, "ZuweisungAngenommen"), e => e.Count == 1, "the replayed answer has arrived");
        (await Partner.TakeParkedAsync(broker)).ShouldBeEmpty();
        await blick.ShouldBeInOrderAsync();
    }

    private static async Task<Guid> ReferAsync(FallWorkflowApp app, Sitzung fallmanagerin, string zuweisung)
    {
        var fall = await Beispieldaten.AdmitAsync(app, Beginn);
        await fallmanagerin.RecordAsync(fall, "ZuweisungVereinbart", Beginn, Beispieldaten.Zuweisung(zuweisung, Testjobcenter.Schuldnerberatung, "Name"));
        return fall;
    }

    private Task AcceptAsync(string zuweisung)
    {
        var id = Guid.NewGuid();
        return Partner.SendAsync(
            broker, "ZuweisungBeantwortet",
            new { nachrichtId = id, traegerId = Testjobcenter.Schuldnerberatung, zuweisungId = zuweisung, entscheidung = "Angenommen", am = Beginn }, $"{id}");
    }
}
