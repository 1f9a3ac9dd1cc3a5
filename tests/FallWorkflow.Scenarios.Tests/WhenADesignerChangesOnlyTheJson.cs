using System.Text.Json.Nodes;
using FallWorkflow.Application.Simulation;

namespace FallWorkflow.Scenarios.Tests;

public class WhenADesignerChangesOnlyTheJson
{
    [Fact]
    public async Task Three_weeks_written_into_the_process_go_before_the_concept()
    {
        var blatt = await Kalenderblatt.RunAsync(Auslieferung.Szenario("s1-schulden-und-sucht"), (name, json) => name != "kontaktrhythmus" ? json : Change(json, aktivitaeten =>
            Find(aktivitaeten, "KontaktfensterAbwarten")["wert"] = Literal("3 Wochen")), "2027-02-10");
        blatt.Tage("AufgabeErstellt", "Kontakt").ShouldBe("2027-02-08");
        blatt.Tage("Erinnerung", "Kontakt").ShouldBe("2027-02-08");
    }

    [Fact]
    public async Task Individual_rhythm_goes_before_the_process()
    {
        var blatt = await Kalenderblatt.RunAsync(Auslieferung.Szenario("s4-krise-pause-rhythmus"), (name, json) => name != "kontaktrhythmus" ? json : Change(json, aktivitaeten =>
            Find(aktivitaeten, "KontaktfensterAbwarten")["wert"] = Literal("3 Wochen")), "2027-11-03");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-11-18 08:00");
    }

    [Fact]
    public async Task Concept_goes_before_the_default_and_moves_running_timers()
    {
        var s1 = Auslieferung.Szenario("s1-schulden-und-sucht");
        var szenario = new Szenario
        {
            Name = s1.Name,
            Land = s1.Land,
            Von = s1.Von,
            Schritte =
            [
                .. s1.Schritte.TakeWhile(s => s.Am <= new DateOnly(2027, 1, 18)),
                new Szenarioschritt { Am = new(2027, 2, 1), Fachkonzept = new() { ["Kontaktfenster.Beginn"] = "3 Wochen" }, Begruendung = "Dichtere Kontakte" },
            ],
        };
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2027-02-01");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-02-08 08:00");
        blatt.Verschoben("2027-02-01").ShouldBe(["Kontaktfenster abwarten: bisher 15.02.2027, jetzt 08.02.2027 – Fachkonzept geändert: Dichtere Kontakte"]);
    }

    [Fact]
    public async Task Inserted_approval_of_the_team_lead_holds_the_plan_until_it_is_given()
    {
        static string MitFreigabe(string name, string json) => name != "hilfeplanung" ? json : Change(json, (aktivitaeten, verbindungen) =>
        {
            aktivitaeten.Add(JsonNode.Parse("""
                {"id":"PlanFreigeben","nodeId":"Workflow1:Flowchart1:PlanFreigeben","name":"PlanFreigeben","type":"FallWorkflow.AufgabeStellen","version":1,
                 "metadata":{"designer":{"position":{"x":0,"y":0}},"displayText":"Plan freigeben"},
                 "art":{"typeName":"String","expression":{"type":"Literal","value":"Planfreigabe"}},
                 "titel":{"typeName":"String","expression":{"type":"Literal","value":"Kooperationsplan freigeben"}},
                 "rolle":{"typeName":"String","expression":{"type":"Literal","value":"Teamleitung"}},
                 "ergebnisse":{"typeName":"String","expression":{"type":"Literal","value":"Freigegeben, Zurückgegeben"}}}
                """));
            var alt = verbindungen.First(v => v!["source"]!["activity"]!.ToString() == "AufPlanWarten")!;
            alt["target"]!["activity"] = "PlanFreigeben";
            verbindungen.Add(JsonNode.Parse("""{"source":{"activity":"PlanFreigeben","port":"Freigegeben"},"target":{"activity":"PhaseUmsetzung","port":"In"}}"""));
        });

        var s1 = Auslieferung.Szenario("s1-schulden-und-sucht");
        var ohne = await Kalenderblatt.RunAsync(s1, MitFreigabe, "2027-03-20");
        ohne.Tage("AufgabeErstellt", "freigeben").ShouldBe("2027-03-15");
        ohne.Tage("PhaseGewechselt", "Umsetzung").ShouldBe("");

        var szenario = new Szenario
        {
            Name = s1.Name,
            Land = s1.Land,
            Von = s1.Von,
            Schritte = [.. s1.Schritte.Where(s => s.Am < new DateOnly(2027, 3, 18)), new Szenarioschritt { Am = new(2027, 3, 18), Aufgabe = "Planfreigabe", Ergebnis = "Freigegeben" }],
        };
        var mit = await Kalenderblatt.RunAsync(szenario, MitFreigabe, "2027-03-20");
        mit.Tage("PhaseGewechselt", "Umsetzung").ShouldBe("2027-03-18");
        mit.Naechste("ErinnerungAbwarten").ShouldBe("2027-09-01 08:00");
    }

    private static string Change(string json, Action<JsonArray> change) => Change(json, (aktivitaeten, _) => change(aktivitaeten));

    private static string Change(string json, Action<JsonArray, JsonArray> change)
    {
        var prozess = JsonNode.Parse(json)!;
        change(prozess["root"]!["activities"]!.AsArray(), prozess["root"]!["connections"]!.AsArray());
        return prozess.ToJsonString();
    }

    private static JsonObject Find(JsonArray aktivitaeten, string id) => aktivitaeten.First(a => a!["id"]!.ToString() == id)!.AsObject();

    private static JsonObject Literal(string wert) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = wert } };
}
