using System.Text.Json.Nodes;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// <c>migrate apply</c> beside the running service, killed while it moves the second of three Fälle: each Fall is in one
/// version or the other, and doing it again moves the rest. An ordered move whose node is killed goes on by itself.
/// </summary>
public abstract class WhenAMoveIsKilled(Laufend laufend)
{
    private readonly FallWorkflowApp _app = laufend.App;

    [Theory]
    [InlineData("before-commit", 1)]
    [InlineData("after-commit", 2)]
    public async Task Nothing_is_half_moved_and_doing_it_again_finishes(string punkt, int umgezogen)
    {
        var blick = new Datenbankblick(_app);
        await _app.AdvanceToAsync(Arbeitskalender.For(Land.BY).NextWerktagOnOrAfter((await _app.TodayAsync()).AddDays(1)));
        var heute = await _app.TodayAsync();
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var alt = (await designer.GetAsync("/api/prozesse")).EnumerateArray().Single(p => p.GetProperty("definitionId").GetString() == "kontaktrhythmus");
        var (von, altId) = (alt.GetProperty("version").GetInt32(), alt.GetProperty("id").GetString()!);
        Guid[] faelle = [await Beispieldaten.AdmitAsync(_app, heute), await Beispieldaten.AdmitAsync(_app, heute), await Beispieldaten.AdmitAsync(_app, heute)];
        var nummern = new List<string>();
        foreach (var fall in faelle)
            nummern.Add((await leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("nummer").GetString()!);
        var neuId = await PublishAsync(designer, von);
        var bisher = await blick.UmgezogenAsync(altId, 0);
        string[] befehl =
        [
            "migrate", "apply", "kontaktrhythmus", "--from", $"{von}", "--to", $"{von + 1}", "--faelle", string.Join(',', nummern), "--grund", "neue Fassung",
        ];

        await using (var unterbrochen = _app.StartVerb(
            new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = punkt, ["FALLWORKFLOW_FAULTPOINT_SKIP"] = "1" }, befehl))
        {
            await unterbrochen.WaitForLineAsync(z => z == $"AT {punkt}", Programm.Geduld);
            unterbrochen.HasExited.ShouldBeFalse();
            await unterbrochen.KillAsync();
        }

        (await blick.UmgezogenAsync(altId, 0)).ShouldBe(bisher - umgezogen);
        (await blick.UmgezogenAsync(neuId, 1)).ShouldBe(umgezogen);
        await blick.ShouldBeInOrderAsync();

        await using (var wiederholt = _app.StartVerb(null, befehl))
        {
            await wiederholt.WaitForExitAsync(Programm.Geduld);
            wiederholt.ExitCode.ShouldBe(0, wiederholt.Output);
            wiederholt.Output.ShouldContain($"Gewechselt: {faelle.Length - umgezogen}, geblieben: 0.");
        }

        (await blick.UmgezogenAsync(altId, 0)).ShouldBe(bisher - faelle.Length);
        (await blick.UmgezogenAsync(neuId, 1)).ShouldBe(faelle.Length);

        // The dates went along: each Fall gets its one task, from the new version.
        var kontakt = Arbeitskalender.For(Land.BY).NextWerktagOnOrAfter(heute.AddDays(28));
        await _app.AdvanceToAsync(kontakt);
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        foreach (var fall in faelle)
            (await fallmanagerin.VerlaufAsync(fall, "AufgabeErstellt")).Count(z => z.Contains("Kontakt führen", StringComparison.Ordinal)).ShouldBe(1);
        await blick.ShouldBeInOrderAsync();
    }

    [Fact]
    public async Task An_order_is_gone_on_with_by_the_next_process()
    {
        var blick = new Datenbankblick(_app);
        await _app.AdvanceToAsync(Arbeitskalender.For(Land.BY).NextWerktagOnOrAfter((await _app.TodayAsync()).AddDays(1)));
        var heute = await _app.TodayAsync();
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var alt = (await designer.GetAsync("/api/prozesse")).EnumerateArray().Single(p => p.GetProperty("definitionId").GetString() == "kontaktrhythmus");
        var (von, altId) = (alt.GetProperty("version").GetInt32(), alt.GetProperty("id").GetString()!);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        List<string> faelle = [];
        for (var i = 0; i < 3; i++)
            faelle.Add((await leitung.GetAsync($"/api/faelle/{await Beispieldaten.AdmitAsync(_app, heute)}")).GetProperty("nummer").GetString()!);
        var neuId = await PublishAsync(designer, von);
        var bisher = await blick.UmgezogenAsync(altId, 0);

        // Two Fälle have their turn, then the process is killed before the third.
        await _app.RestartAsync(new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-move", ["FALLWORKFLOW_FAULTPOINT_SKIP"] = "2" });
        designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var adresse = "/api/prozesse/kontaktrhythmus/versionswechsel/auftraege";
        var auftrag = (await Sitzung.ReadAsync(await designer.PostAsync(adresse, new { wechsel = new { von, nach = von + 1, grund = "neue Fassung", faelle } })))
            .GetProperty("id").GetGuid();
        await _app.KillAtAsync("before-move");
        (await blick.UmgezogenAsync(neuId, 1)).ShouldBe(2);

        await _app.RestartAsync();
        designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var stand = await Programm.UntilAsync(
            () => designer.GetAsync($"{adresse}/{auftrag}"), s => !s.GetProperty("laeuft").GetBoolean(), "the next process has gone on with the order");
        stand.GetProperty("zahlen").GetProperty("Umgezogen").GetInt32().ShouldBe(3);
        (await blick.UmgezogenAsync(altId, 0)).ShouldBe(bisher - 3);
        (await blick.UmgezogenAsync(neuId, 1)).ShouldBe(3, "each was moved once");
        await blick.ShouldBeInOrderAsync();
    }

    /// <summary>The same process with another name on the canvas; the id of its version.</summary>
    private static async Task<string> PublishAsync(Sitzung designer, int von)
    {
        var definition = JsonNode.Parse((await designer.GetAsync($"/api/prozesse/kontaktrhythmus/{von}")).ToString())!;
        var schritt = definition["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == "KontaktfensterAbwarten")!;
        schritt["metadata"]!["displayText"] = $"Fassung {von + 1}";
        return (await Sitzung.ReadAsync(await designer.PostTextAsync("/api/prozesse", definition.ToJsonString()))).GetProperty("id").GetString()!;
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenAMoveIsKilledOnSqlite(LaufendAufSqlite laufend)
    : WhenAMoveIsKilled(laufend), IClassFixture<LaufendAufSqlite>;

[Collection(Broker.PostgreSql)]
public sealed class WhenAMoveIsKilledOnPostgreSql(LaufendAufPostgreSql laufend)
    : WhenAMoveIsKilled(laufend), IClassFixture<LaufendAufPostgreSql>;
