using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>The API of the process editor, called as Elsa Studio calls it.</summary>
[Collection(GemeinsameApp.Name)]
public sealed partial class WhenAProcessIsDesigned(Gemeinsam gemeinsam)
{
    private const string Api = "/elsa/api";

    private static readonly (string, string) Herkunft = ("X-FallWorkflow", "studio");

    [Fact]
    public async Task Every_shipped_process_comes_back_from_the_editor_as_it_was()
    {
        var gestalterin = await DesignerAsync();
        var alle = (await gestalterin.GetAsync($"{Api}/workflow-definitions?versionOptions=Published&Page=0&PageSize=100")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("definitionId").GetString()!).Where(id => Directory.Exists(Path.Combine(Programm.Wurzel, "workflows", id)) || id == "fallmanagement").ToList();
        alle.Count.ShouldBeGreaterThan(20);
        var geaendert = new List<string>();
        foreach (var id in alle)
        {
            var editor = await OpenAsync(gestalterin, id);
            foreach (var schritt in editor["root"]!["activities"]!.AsArray())
                schritt!["nodeId"]!.ToString().ShouldBe($"Workflow1:{editor["root"]!["id"]}:{schritt["id"]}");
            var gespeichert = await SaveAsync(gestalterin, editor);
            if (gespeichert["id"]!.ToString() != editor["id"]!.ToString())
                geaendert.Add(id);
        }

        geaendert.ShouldBeEmpty();
    }

    [Fact]
    public async Task Saving_makes_a_draft_once_and_publishing_needs_a_reason_that_is_kept()
    {
        var gestalterin = await DesignerAsync();
        var editor = await OpenAsync(gestalterin, "notfall");
        var vorher = editor["version"]!.GetValue<int>();
        editor["description"] = "Geändert im Editor";
        var entwurf = await SaveAsync(gestalterin, editor);
        entwurf["version"]!.GetValue<int>().ShouldBe(vorher + 1);
        entwurf["isPublished"]!.GetValue<bool>().ShouldBeFalse();
        var zeilen = (await HistoryAsync("notfall")).Count;
        await SaveAsync(gestalterin, entwurf);
        (await HistoryAsync("notfall")).Count.ShouldBe(zeilen);
        (await OpenAsync(gestalterin, "notfall", "Published"))["version"]!.GetValue<int>().ShouldBe(vorher);

        var ohneGrund = await gestalterin.PostTextAsync($"{Api}/workflow-definitions/notfall/publish", "{}", Herkunft);
        ohneGrund.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ErrorsAsync(ohneGrund)).ShouldContain("Grund");

        var antwort = await gestalterin.PostTextAsync($"{Api}/workflow-definitions/notfall/publish", "{}", Herkunft, ("X-Begruendung", Uri.EscapeDataString("Bürobeschluss vom 11.01.")));
        var neu = (await BodyAsync(antwort))["workflowDefinition"]!;
        neu["version"]!.GetValue<int>().ShouldBe(vorher + 1);
        neu["isPublished"]!.GetValue<bool>().ShouldBeTrue();
        var letzte = (await HistoryAsync("notfall"))[0];
        letzte.Art.ShouldBe(Entwurfsart.Veroeffentlicht);
        letzte.AkteurId.ShouldBe(Testjobcenter.Prozessgestalterin);
        letzte.Begruendung.ShouldBe("Bürobeschluss vom 11.01.");
        letzte.Json.ShouldBeNull();

        // Asked for once more after a lost answer, nothing new comes of it.
        var nochmal = await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-definitions/notfall/publish", "{}", Herkunft, ("X-Begruendung", "x")));
        nochmal["alreadyPublished"]!.GetValue<bool>().ShouldBeTrue();
        nochmal["workflowDefinition"]!["version"]!.GetValue<int>().ShouldBe(vorher + 1);

        var zurueck = await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-definitions/notfall/revert/{vorher}", "", Herkunft));
        zurueck["isPublished"]!.GetValue<bool>().ShouldBeFalse();
        (await OpenAsync(gestalterin, "notfall"))["description"]!.ToString().ShouldNotBe("Geändert im Editor");
        (await DeleteAsync(gestalterin, $"{Api}/workflow-definition-versions/{zurueck["id"]}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await OpenAsync(gestalterin, "notfall"))["isPublished"]!.GetValue<bool>().ShouldBeTrue();
        (await DeleteAsync(gestalterin, $"{Api}/workflow-definitions/notfall")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_process_just_created_and_saved_as_it_is_adds_no_row()
    {
        var gestalterin = await DesignerAsync();
        var neu = await CreateAsync(gestalterin, "Gerade begonnen");
        neu["description"]!.ToString().ShouldBeEmpty();
        neu = await SaveAsync(gestalterin, neu);
        (await HistoryAsync("gerade-begonnen")).Count.ShouldBe(1);
        neu["description"] = "Jetzt beschrieben";
        neu = await SaveAsync(gestalterin, neu);
        neu["description"] = "";
        await SaveAsync(gestalterin, neu);
        (await HistoryAsync("gerade-begonnen")).Count.ShouldBe(3, "taking the description out is a change");
    }

    [Fact]
    public async Task A_name_that_the_canvas_has_already_is_not_drawn_a_second_time()
    {
        var gestalterin = await DesignerAsync();
        var neu = await CreateAsync(
            gestalterin, "Doppelt", """{ "id": "A", "type": "FallWorkflow.AufgabeStellen", "ergebnisse": { "typeName": "String", "expression": { "type": "Literal", "value": "Erledigt, Geklärt" } } }""");
        neu["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
            """{ "id": "B", "type": "Elsa.FlowFork", "version": 1, "branches": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"In\",\"Links\",\"Links\"]" } } }"""));
        neu = await SaveAsync(gestalterin, neu);
        var schritte = neu["root"]!["activities"]!.AsArray();
        schritte[0]!["ausgaenge"]!["expression"]!["value"]!.ToString().ShouldBe("""["Geklärt"]""");
        schritte[1]!["branches"]!["expression"]!["value"]!.ToString().ShouldBe("""["Links"]""");
        // "In Ordnung" becomes two names in Studio.
        schritte[0]!["ausgaenge"]!["expression"]!["value"] = """["Geklärt","In","Ordnung","Entfaellt"]""";
        neu = await SaveAsync(gestalterin, neu);
        neu["root"]!["activities"]![0]!["ausgaenge"]!["expression"]!["value"]!.ToString().ShouldBe("""["Geklärt","Ordnung"]""");
        (await ExportAsync(gestalterin, "doppelt"))["root"]!["activities"]![0]!["ergebnisse"]!["expression"]!["value"]!.ToString().ShouldBe("Erledigt, Geklärt, Ordnung");
    }

    [Fact]
    public async Task What_was_clicked_last_stays_where_it_was()
    {
        var gestalterin = await DesignerAsync();
        var editor = await SaveAsync(gestalterin, JsonNode.Parse("""
            { "definitionId": "angeklickt", "name": "Angeklickt", "root": { "id": "F", "type": "Elsa.Flowchart", "connections": [], "activities": [
              { "id": "Erster", "type": "Elsa.WriteLine" }, { "id": "Zweiter", "type": "Elsa.WriteLine" }, { "id": "Dritter", "type": "Elsa.WriteLine" } ] } }
            """)!.AsObject());
        editor = await SaveAsync(gestalterin, editor);
        var zeilen = (await HistoryAsync("angeklickt")).Count;
        var schritte = editor["root"]!["activities"]!.AsArray();
        var geklickt = schritte[0];
        schritte.RemoveAt(0);
        schritte.Add(geklickt);
        editor = await SaveAsync(gestalterin, editor);
        (await HistoryAsync("angeklickt")).Count.ShouldBe(zeilen);

        schritte = editor["root"]!["activities"]!.AsArray();
        schritte.Insert(0, JsonNode.Parse("""{ "id": "Neu", "type": "Elsa.WriteLine", "version": 1 }"""));
        editor = await SaveAsync(gestalterin, editor);
        editor["root"]!["activities"]!.AsArray().Select(s => s!["id"]!.ToString()).ShouldBe(["Erster", "Zweiter", "Dritter", "Neu"]);
    }

    [Fact]
    public async Task What_cannot_be_published_is_explained_in_German_and_kept_as_a_draft()
    {
        var gestalterin = await DesignerAsync();
        var neu = await CreateAsync(gestalterin, "Unfertiger Prozess", """{ "id": "A", "type": "FallWorkflow.AufgabeStellen", "titel": { "typeName": null, "expression": { "type": "Literal", "value": "Prüfen" }, "memoryReference": null } }""");
        neu["definitionId"]!.ToString().ShouldBe("unfertiger-prozess");
        neu["description"] = "Noch einmal";
        var antwort = await gestalterin.PostTextAsync(
            $"{Api}/workflow-definitions", new JsonObject { ["model"] = neu.DeepClone(), ["publish"] = true }.ToJsonString(), Herkunft, ("X-Begruendung", "Versuch"));
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        antwort.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await ErrorsAsync(antwort)).ShouldContain("Rolle", Case.Insensitive);
        var offen = await OpenAsync(gestalterin, "unfertiger-prozess");
        offen["isPublished"]!.GetValue<bool>().ShouldBeFalse();
        offen["description"]!.ToString().ShouldBe("Noch einmal");
        var gespeichert = await ExportAsync(gestalterin, "unfertiger-prozess");
        gespeichert["root"]!["activities"]![0]!["titel"]!["typeName"]!.ToString().ShouldBe("String");
        (await DeleteAsync(gestalterin, $"{Api}/workflow-definitions/unfertiger-prozess")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await HistoryAsync("unfertiger-prozess")).Select(h => h.Art).ShouldBe([Entwurfsart.Verworfen, Entwurfsart.Gespeichert, Entwurfsart.Gespeichert, Entwurfsart.Gespeichert]);
    }

    [Fact]
    public async Task Outcomes_are_one_list_in_the_editor_and_the_inputs_of_the_engine_behind_it()
    {
        var gestalterin = await DesignerAsync();
        var neu = await CreateAsync(
            gestalterin, "Ausgänge", """{ "id": "A", "type": "FallWorkflow.AufgabeStellen", "ergebnisse": { "typeName": "String", "expression": { "type": "Literal", "value": "Geklärt" } } }""");
        var schritt = neu["root"]!["activities"]![0]!.AsObject();
        schritt["ausgaenge"]!["expression"]!["value"]!.ToString().ShouldBe("""["Geklärt"]""");
        schritt["ausgaenge"]!["expression"]!["value"] = """["Geklärt","KontaktGehalten"]""";
        await SaveAsync(gestalterin, neu);
        var gespeichert = (await ExportAsync(gestalterin, "ausgaenge"))["root"]!["activities"]![0]!;
        gespeichert["ergebnisse"]!["expression"]!["value"]!.ToString().ShouldBe("Geklärt");
        gespeichert["erledigtDurch"]!["expression"]!["value"]!.ToString().ShouldBe("KontaktGehalten");
        gespeichert["ausgaenge"].ShouldBeNull();
    }

    [Fact]
    public async Task A_step_that_nobody_knows_here_comes_back_intact()
    {
        var gestalterin = await DesignerAsync();
        const string fremd = """{ "id": "Fremd", "name": "Fremd1", "type": "Andere.Firma.Fax", "version": 3, "nummer": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ x }}" } } }""";
        var antwort = await ImportAsync(gestalterin, $$"""{ "definitionId": "fremd", "name": "Von anderswo", "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [{{fremd}}], "connections": [] } }""");
        antwort["count"]!.GetValue<int>().ShouldBe(1);
        var editor = await OpenAsync(gestalterin, "fremd");
        editor["root"]!["activities"]![0]!["type"]!.ToString().ShouldBe("Elsa.NotFoundActivity");
        editor["description"] = "Angesehen";
        await SaveAsync(gestalterin, editor);
        var schritt = (await ExportAsync(gestalterin, "fremd"))["root"]!["activities"]![0]!;
        schritt["type"]!.ToString().ShouldBe("Andere.Firma.Fax");
        schritt["nummer"]!["expression"]!["value"]!.ToString().ShouldBe("{{ x }}");
        schritt["version"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Only_process_designers_change_anything_and_only_from_our_own_page()
    {
        var leiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var editor = await OpenAsync(leiterin, "dauer");
        editor["links"]!.AsArray().Select(l => l!["rel"]!.ToString()).ShouldNotContain("publish");
        foreach (var (adresse, inhalt) in new[]
        {
            ("/workflow-definitions", """{ "model": {} }"""), ("/workflow-definitions/dauer/publish", "{}"), ("/workflow-definitions/dauer/retract", "{}"),
            ("/workflow-definitions/import", "{}"), ("/workflow-definitions/dauer/execute", "{}"), ("/bulk-actions/delete/workflow-definitions/by-definition-id", "{}"),
        })
        {
            await (await leiterin.PostTextAsync(Api + adresse, inhalt, Herkunft)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        }

        var gestalterin = await DesignerAsync();
        (await OpenAsync(gestalterin, "dauer"))["links"]!.AsArray().Select(l => l!["rel"]!.ToString()).ShouldContain("publish");
        await (await gestalterin.PostTextAsync($"{Api}/workflow-definitions", "{}")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fallmanagerin.Http.GetAsync($"{Api}/workflow-definitions")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_retracted_process_starts_no_more_and_one_that_others_need_cannot_be_retracted()
    {
        var gestalterin = await DesignerAsync();
        foreach (var id in new[] { "fallmanagement", "kontaktrhythmus" })
            (await gestalterin.PostTextAsync($"{Api}/workflow-definitions/{id}/retract", "{}", Herkunft, ("X-Begruendung", "x"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var neu = await CreateAsync(gestalterin, "Kurzlebig", """{ "id": "A", "type": "Elsa.Start", "name": "A" }""");
        await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-definitions/{neu["definitionId"]}/publish", "{}", Herkunft, ("X-Begruendung", "x")));
        gemeinsam.App.Services.GetRequiredService<FallWorkflow.Engine.Definitions.IDefinitionCatalog>().FindPublished("kurzlebig").ShouldNotBeNull();
        (await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-definitions/kurzlebig/retract", "{}", Herkunft, ("X-Begruendung", "War ein Versuch"))))["isPublished"]!.GetValue<bool>().ShouldBeFalse();
        gemeinsam.App.Services.GetRequiredService<FallWorkflow.Engine.Definitions.IDefinitionCatalog>().FindPublished("kurzlebig").ShouldBeNull();
        (await HistoryAsync("kurzlebig"))[0].Begruendung.ShouldBe("War ein Versuch");
    }

    [Fact]
    public async Task One_that_an_older_version_of_a_running_Fall_needs_cannot_be_retracted_either()
    {
        var gestalterin = await DesignerAsync();
        await CreateAsync(gestalterin, "Helfer", """{ "id": "A", "type": "Elsa.Start", "name": "A" }""");
        await PublishAsync(gestalterin, "helfer");
        var vorher = await OpenAsync(gestalterin, "kontaktrhythmus");
        var mit = vorher.DeepClone().AsObject();
        mit["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
            """{ "id": "Helfen", "type": "Elsa.DispatchWorkflow", "name": "Helfen", "workflowDefinitionId": { "typeName": "String", "expression": { "type": "Literal", "value": "helfer" } } }"""));
        var linie = mit["root"]!["connections"]!.AsArray()[0]!.DeepClone();
        linie["target"]!["activity"] = "Helfen";
        mit["root"]!["connections"]!.AsArray().Add(linie);
        await SaveAsync(gestalterin, mit);
        await PublishAsync(gestalterin, "kontaktrhythmus");
        await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        vorher["id"] = null;
        await SaveAsync(gestalterin, vorher);
        await PublishAsync(gestalterin, "kontaktrhythmus");

        // The version in force does not need it any more, a running Fall does.
        var antwort = await gestalterin.PostTextAsync($"{Api}/workflow-definitions/helfer/retract", "{}", Herkunft, ("X-Begruendung", "x"));
        antwort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ErrorsAsync(antwort)).ShouldContain("kontaktrhythmus");
    }

    [Fact]
    public async Task Of_many_that_are_published_together_one_in_conflict_fails_alone()
    {
        var gestalterin = await DesignerAsync();
        foreach (var name in (string[])["Stapel eins", "Stapel zwei"])
            await CreateAsync(gestalterin, name, """{ "id": "A", "type": "Elsa.Start", "name": "A" }""");
        // What another node has published under the same id, and this one has not seen.
        await gemeinsam.App.Services.GetRequiredService<IProzessversionen>().PublishAsync(
            new Prozessversion { Id = "stapel-eins:1", DefinitionId = "verdeckt", Version = 1, Json = Prozessprobe.Definition("verdeckt", "x").ToJsonString(), PublishedAt = DateTimeOffset.UnixEpoch }, []);
        await gemeinsam.App.Services.GetRequiredService<IProzessversionen>().RetractAsync("verdeckt");
        var ergebnis = await BodyAsync(await gestalterin.PostTextAsync(
            $"{Api}/bulk-actions/publish/workflow-definitions/by-definition-ids", """{ "definitionIds": ["stapel-eins", "stapel-zwei"] }""", Herkunft, ("X-Begruendung", "x")));
        ergebnis["published"]!.AsArray().Select(i => i!.ToString()).ShouldBe(["stapel-zwei"]);
        ergebnis["errors"]!.AsArray().Single()!.ToString().ShouldStartWith("stapel-eins: Jemand anderes");
    }

    [Fact]
    public async Task A_process_without_a_Fall_is_tried_and_one_with_a_Fall_is_refused_with_the_step()
    {
        var gestalterin = await DesignerAsync();
        await CreateAsync(gestalterin, "Probierstück", """{ "id": "A", "type": "Elsa.WriteLine", "name": "A", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'Guten ' + 'Tag'" } } }""");
        var start = await gestalterin.PostTextAsync($"{Api}/workflow-definitions/probierstueck/execute", """{ "versionOptions": "Latest" }""", Herkunft);
        var lauf = start.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        (await gestalterin.GetAsync($"{Api}/workflow-instances/{lauf}")).GetProperty("status").GetString().ShouldBe("Finished");
        var journal = await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-instances/{lauf}/journal?skip=0&take=100", """{ "filter": { "excludedActivityTypes": ["Elsa.Flowchart"] } }""", Herkunft));
        journal["items"]!.AsArray().Select(j => j!["eventName"]!.ToString()).ShouldBe(["Started", "Completed"]);
        (await gestalterin.PostTextAsync($"{Api}/workflow-definitions/dauer/execute", "{}", Herkunft)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var schritt = await BodyAsync(await gestalterin.PostTextAsync(
            $"{Api}/tests/activities", """{ "workflowDefinitionHandle": { "definitionVersionId": "probierstueck:1" }, "activityHandle": { "activityNodeId": "Workflow1:F:A" } }""", Herkunft));
        schritt["status"]!.ToString().ShouldBe("Completed");
    }

    [Fact]
    public async Task Instances_of_a_Fall_are_seen_without_its_values_unless_the_Fall_may_be_read()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var leiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        var nummer = (await leiterin.GetAsync($"/api/faelle/{fall}")).GetProperty("nummer").GetString();
        var gestalterin = await DesignerAsync();
        var laeufe = await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-instances", new JsonObject { ["page"] = 0, ["pageSize"] = 50, ["searchTerm"] = nummer }.ToJsonString(), Herkunft));
        laeufe["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(1);
        var lebenslauf = laeufe["items"]!.AsArray().Single(l => l!["definitionId"]!.ToString() == "fallmanagement")!["id"]!.ToString();

        var variablen = await gestalterin.GetAsync($"{Api}/workflow-instances/{lebenslauf}/variables");
        variablen.GetProperty("items").EnumerateArray().ShouldAllBe(v => v.GetProperty("value").GetString() == "(nicht sichtbar)");
        var zaehlung = await BodyAsync(await gestalterin.PostTextAsync(
            $"{Api}/activity-executions/report", new JsonObject { ["workflowInstanceId"] = lebenslauf, ["activityNodeIds"] = new JsonArray("Workflow1:Flowchart1:PhaseEinstieg") }.ToJsonString(), Herkunft));
        zaehlung["stats"]![0]!["completedCount"]!.GetValue<int>().ShouldBe(1);
        var journal = (await gestalterin.PostTextAsync($"{Api}/workflow-instances/{lebenslauf}/journal?skip=0&take=500", "{}", Herkunft)).Content;
        (await journal.ReadAsStringAsync()).ShouldContain("PhaseEinstieg");

        var berlin = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await berlin.Http.GetAsync($"{Api}/workflow-instances/{lebenslauf}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gestalterin.PostTextAsync($"{Api}/cancel/workflow-instances/{lebenslauf}", "", Herkunft, ("X-Begruendung", "x"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Instances_are_taken_away_as_files_without_values_and_are_neither_read_in_nor_altered()
    {
        var fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var nummer = (await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).GetAsync($"/api/faelle/{fall}")).GetProperty("nummer").GetString();
        var gestalterin = await DesignerAsync();
        var laeufe = await BodyAsync(await gestalterin.PostTextAsync($"{Api}/workflow-instances", new JsonObject { ["page"] = 0, ["pageSize"] = 50, ["searchTerm"] = nummer }.ToJsonString(), Herkunft));
        var ids = laeufe["items"]!.AsArray().Select(l => l!["id"]!.ToString()).Take(2).ToList();

        var datei = await gestalterin.Http.GetAsync($"{Api}/workflow-instances/{ids[0]}/export");
        datei.Content.Headers.ContentDisposition!.FileName.ShouldBe($"prozesslauf-{ids[0]}.json");
        var inhalt = await datei.Content.ReadAsStringAsync();
        JsonNode.Parse(inhalt)!["journal"]!.AsArray().Count.ShouldBePositive();
        inhalt.ShouldContain(nummer!);
        inhalt.ShouldNotContain("Müßig");

        var archiv = await gestalterin.PostTextAsync($"{Api}/bulk-actions/export/workflow-instances", new JsonObject { ["ids"] = new JsonArray([.. ids.Select(i => (JsonNode)i)]) }.ToJsonString(), Herkunft);
        using var zip = new System.IO.Compression.ZipArchive(await archiv.Content.ReadAsStreamAsync());
        zip.Entries.Select(e => e.Name).ShouldBe(ids.Select(i => $"prozesslauf-{i}.json"));

        var berlin = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await berlin.Http.GetAsync($"{Api}/workflow-instances/{ids[0]}/export")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ErrorsAsync(await gestalterin.PostTextAsync($"{Api}/bulk-actions/export/workflow-instances", "{}", Herkunft))).ShouldContain("höchstens 100");
        (await ErrorsAsync(await gestalterin.PostTextAsync($"{Api}/alterations/run", "{}", Herkunft))).ShouldContain("Auswirkung");
        (await ErrorsAsync(await gestalterin.PostTextAsync($"{Api}/bulk-actions/import/workflow-instances", "{}", Herkunft))).ShouldContain("gehören zu einem Fall");
    }

    [Fact]
    public async Task The_palette_is_German_and_completion_knows_what_the_engine_offers()
    {
        var gestalterin = await DesignerAsync();
        var schritte = (await gestalterin.GetAsync($"{Api}/descriptors/activities?Refresh=True")).GetProperty("items").EnumerateArray().ToList();
        var aufgabe = schritte.Single(s => s.GetProperty("typeName").GetString() == "FallWorkflow.AufgabeStellen");
        aufgabe.GetProperty("displayName").GetString().ShouldBe("Aufgabe stellen");
        var rolle = aufgabe.GetProperty("inputs").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "Rolle");
        rolle.GetProperty("uiSpecifications").GetProperty("dropdown").GetProperty("selectList").GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("text").GetString()).ShouldContain("Teamleitung");
        aufgabe.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("uiHint").GetString()).ShouldContain("dynamic-outcomes");
        aufgabe.GetProperty("ports").EnumerateArray().Select(p => (p.GetProperty("name").GetString(), p.GetProperty("displayName").GetString())).ShouldContain(("Ueberfaellig", "überfällig"));
        var anlass = schritte.Single(s => s.GetProperty("typeName").GetString() == "FallWorkflow.TraegerBenachrichtigen").GetProperty("inputs").EnumerateArray()
            .Single(i => i.GetProperty("name").GetString() == "Anlass");
        anlass.GetProperty("uiSpecifications").GetProperty("dropdown").GetProperty("selectList").GetProperty("items").EnumerateArray()
            .Select(i => (i.GetProperty("value").GetString(), i.GetProperty("text").GetString()))
            .ShouldBe([("Rueckzug", "Rückzug"), ("Antwort", "Antwort"), ("Fallfuehrung", "Fallführung"), ("FallfuehrungEnde", "Ende der Fallführung")]);

        var typen = await (await gestalterin.PostTextAsync($"{Api}/scripting/javascript/type-definitions/fallmanagement", "{}", Herkunft)).Content.ReadAsStringAsync();
        typen.ShouldContain("declare function getFrist(parameter: ");
        typen.ShouldContain("'LetzterKontakt'");
        foreach (var adresse in new[] { "expression-descriptors", "variables", "storage-drivers", "incident-strategies", "commit-strategies/workflows", "workflow-activation-strategies" })
            (await gestalterin.GetAsync($"{Api}/descriptors/{adresse}")).GetProperty("items").ValueKind.ShouldBe(JsonValueKind.Array);
    }
}
