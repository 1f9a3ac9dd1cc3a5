using System.Text.Json.Nodes;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>The step after the reminder of the contact rhythm fails.</summary>
public class WhenAProcessStopsInAFall
{
    [Fact]
    public async Task The_team_lead_is_told_once_and_other_processes_go_on()
    {
        var betrieb = await BetriebAsync();
        await betrieb.UntilAsync("2027-02-15");
        Rhythmus(betrieb).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        betrieb.Db.Verlauf.Single(v => v.Art == Verlaufsarten.Stoerung).Titel.ShouldStartWith("Der Prozess „Kontaktrhythmus“ steht bei ");
        var erinnerung = betrieb.Db.Erinnerungen.Single(e => e.Schluessel.StartsWith("stoerung:", StringComparison.Ordinal));
        (erinnerung.Rolle, erinnerung.Betreff).ShouldBe(("Teamleitung", $"Störung im Prozess Kontaktrhythmus ({betrieb.Fall.Nummer})"));
        await betrieb.RecordAsync(Kontakt);
        betrieb.Fall.LetzterKontaktAm.ShouldBe(Day("2027-02-15"));
    }

    [Fact]
    public async Task The_end_of_the_Fall_ends_it_too()
    {
        var betrieb = await BetriebAsync();
        await betrieb.UntilAsync("2027-02-15");
        await betrieb.RecordAsync(new FallBeendet(Beendigungsgrund.Umzug, "umgezogen", true));
        Rhythmus(betrieb).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        betrieb.Db.Engine.Timers.ShouldNotContain(t => t.InstanceId == Rhythmus(betrieb).Id);
    }

    private static WorkflowInstance Rhythmus(Betrieb betrieb) => betrieb.Db.Engine.Instances.Single(i => i.DefinitionId == "kontaktrhythmus");

    private static Task<Betrieb> BetriebAsync() => new Betrieb((name, json) =>
    {
        if (name != "kontaktrhythmus")
            return json;
        var definition = JsonNode.Parse(json)!;
        var erinnern = definition["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == "AnKontaktErinnern")!;
        erinnern["titel"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "gibtEsNicht()" };
        return definition.ToJsonString();
    }).AdmitAsync();
}
