using Deque.AxeCore.Playwright;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The team lead looks at a stopped process and has it go on past the failed step.</summary>
public sealed class WhenAProcessStandsStill(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task The_failed_step_is_skipped_with_outcome_value_and_reason_and_the_process_goes_on()
    {
        var instanz = await StartAsync("stoerprobe", "Überspringen", "");
        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/stoerungen");
        await page.ClickAsync($"a[href='/stoerungen/{instanz}']");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Wert rechnen");
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}").ShouldBeEmpty();

        // Without a reason nothing happens, and what was chosen is still there.
        await page.SelectOptionAsync("#ausgang", "schlecht");
        await page.FillAsync("#wert-0", "42");
        await page.ClickAsync("button[value=Ueberspringen]");
        await Assertions.Expect(page.Locator("#fehlerliste")).ToBeVisibleAsync();
        (await page.InputValueAsync("#ausgang")).ShouldBe("schlecht");
        (await page.InputValueAsync("#wert-0")).ShouldBe("42");
        (await FindAsync(instanz)).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

        await page.FillAsync("#begruendung", "Der Wert steht in der Akte");
        await page.ClickAsync("button[value=Ueberspringen]");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Ihre Entscheidung ist ausgeführt.");
        (await page.Locator($"a[href='/stoerungen/{instanz}']").CountAsync()).ShouldBe(0);
        var danach = await FindAsync(instanz);
        danach.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        danach.Name.ShouldBe("schlecht mit 42");
    }

    [Fact]
    public async Task A_step_that_is_tried_again_by_itself_is_shown_with_the_time_of_its_next_attempt()
    {
        await StartAsync("wiederholprobe", "Wiederholung", """
            "resilienceStrategy": { "maxRetryAttempts": 3, "delay": "02:00:00" }
            """);

        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/stoerungen");

        // Ten o'clock in Berlin is the tests' hour.
        var zeile = page.Locator("tr", new() { HasText = "wiederholprobe" });
        await Assertions.Expect(zeile).ToContainTextAsync("Wert rechnen");
        await Assertions.Expect(zeile).ToContainTextAsync("12:00");
        await Assertions.Expect(zeile).ToContainTextAsync("1 von 3");
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}").ShouldBeEmpty();
    }

    /// <summary>A process of the Fall whose first step fails; each way out of it sets another name.</summary>
    private async Task<string> StartAsync(string prozess, string nachname, string eigenschaften)
    {
        var fall = await Wirt.Jobcenter.LoadAsync(await Wirt.Jobcenter.AdmitAsync(nachname));
        ((InMemoryDefinitionCatalog)Wirt.Service<IDefinitionCatalog>()).Publish(DefinitionReader.Read($$"""
            { "id": "{{prozess}}-1", "definitionId": "{{prozess}}", "name": "{{prozess}}", "version": 1,
              "variables": [{ "id": "wert", "name": "Wert", "typeName": "String" }],
              "root": { "id": "F", "type": "Elsa.Flowchart",
                "activities": [
                  { "id": "Rechnen", "name": "Rechnen", "type": "Elsa.RunJavaScript", "metadata": { "displayText": "Wert rechnen" }, "customProperties": { {{eigenschaften}} },
                    "script": { "typeName": "String", "expression": { "type": "Literal", "value": "nichts.da" } },
                    "result": { "typeName": "Object", "memoryReference": { "id": "wert" } } },
                  { "id": "Gut", "type": "Elsa.SetName", "value": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'gut mit ' + getWert()" } } },
                  { "id": "Schlecht", "type": "Elsa.SetName", "value": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'schlecht mit ' + getWert()" } } },
                  { "id": "Warten", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "FallBeendet" } } } ],
                "connections": [
                  { "source": { "activity": "Rechnen", "port": "gut" }, "target": { "activity": "Gut" } },
                  { "source": { "activity": "Rechnen", "port": "schlecht" }, "target": { "activity": "Schlecht" } },
                  { "source": { "activity": "Gut" }, "target": { "activity": "Warten" } },
                  { "source": { "activity": "Schlecht" }, "target": { "activity": "Warten" } } ] } }
            """));
        await using var uow = Wirt.Service<IUnitOfWorkFactory>().Begin();
        var instanz = await Wirt.Service<IWorkflowEngine>().StartAsync(new Burst(uow.Engine), prozess, fall.Korrelation);
        await uow.CommitAsync();
        return instanz.Id;
    }

    private async Task<WorkflowInstance> FindAsync(string id)
    {
        await using var uow = Wirt.Service<IUnitOfWorkFactory>().Begin();
        return (await uow.Engine.FindInstanceAsync(id))!;
    }
}
