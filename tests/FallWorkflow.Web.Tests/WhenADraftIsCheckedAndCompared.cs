using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>Before a draft is published: what is wrong with it, where that is, and what it changes.</summary>
public sealed class WhenADraftIsCheckedAndCompared(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    [Fact]
    public async Task A_problem_leads_to_its_step_on_the_canvas()
    {
        var page = await wirt.SignInAsync();
        await Editor.SaveAsync(page, """
            { "definitionId": "mangelhaft", "name": "Mangelhaft", "root": { "id": "F", "type": "Elsa.Flowchart",
              "connections": [ { "source": { "activity": "Beginn", "port": "Done" }, "target": { "activity": "Weit", "port": "In" } } ], "activities": [
              { "id": "Beginn", "type": "Elsa.Start", "metadata": { "displayText": "Los", "designer": { "position": { "x": 0, "y": 0 }, "size": { "width": 150, "height": 54 } } } },
              { "id": "Weit", "type": "FallWorkflow.AufgabeStellen", "metadata": { "displayText": "Weit draußen", "designer": { "position": { "x": 4000, "y": 3000 }, "size": { "width": 220, "height": 60 } } } } ] } }
            """);
        var vorher = (await Rows("mangelhaft")).Nr;
        await page.GotoAsync("/prozesse/mangelhaft");
        await page.Locator(".fw-prozessleiste").GetByText("Prüfen").ClickAsync();
        await page.WaitForURLAsync("**/prozesse/mangelhaft/pruefen");

        var problem = page.Locator(".fw-aufgabe", new() { HasText = "Rolle" }).First;
        await Expect(problem.Locator("h3")).ToHaveTextAsync("Weit draußen");
        await Expect(problem).ToContainTextAsync("Was zu tun ist:");
        await Expect(page.Locator("[role=status]", new() { HasText = "Keine Beanstandungen" })).ToHaveCountAsync(0);
        await Ansehen.CheckAsync(page, "pruefen");

        await problem.GetByText("Im Editor zeigen").ClickAsync();
        var knoten = page.Locator(".x6-node.fw-gesucht");
        await Expect(knoten).ToHaveAttributeAsync("data-cell-id", "Weit");
        await Expect(page.Locator("#studio-meldungen")).ToContainTextAsync("markiert");
        await Expect(page.Locator("label", new() { HasText = "Titel" }).First).ToBeVisibleAsync();
        var (ort, flaeche) = ((await knoten.BoundingBoxAsync())!, (await page.Locator(".graph-container").First.BoundingBoxAsync())!);
        Math.Abs(ort.X + ort.Width / 2 - flaeche.X - flaeche.Width / 2).ShouldBeLessThan(flaeche.Width / 4, "it stands in the middle");
        Math.Abs(ort.Y + ort.Height / 2 - flaeche.Y - flaeche.Height / 2).ShouldBeLessThan(flaeche.Height / 4, "it stands in the middle");
        (await Rows("mangelhaft")).Nr.ShouldBe(vorher, "looking is not changing");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_step_that_is_gone_is_said_to_be_gone()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse/notfall?schritt=GibtEsNicht");
        await Expect(page.Locator("#studio-meldungen")).ToContainTextAsync("nicht mehr");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_sound_process_says_so_and_what_comes_next_also_to_those_who_only_read()
    {
        foreach (var wer in (string[])[Testjobcenter.Prozessgestalterin, Testjobcenter.Teamleiterin])
        {
            var page = await wirt.SignInAsync(wer);
            await page.GotoAsync("/prozesse/freigabe/pruefen");
            await Expect(page.Locator("main [role=status]")).ToContainTextAsync("Keine Beanstandungen");
            await Expect(page.Locator("main")).ToContainTextAsync("in 24 Monaten");
            await Ansehen.CheckAsync(page, "pruefen-gut");
            await page.Context.CloseAsync();
        }

        var fremd = await wirt.SignInAsync(Testjobcenter.Fallmanagerin);
        foreach (var seite in (string[])["pruefen", "vergleichen"])
            (await fremd.APIRequest.GetAsync($"/prozesse/freigabe/{seite}")).Status.ShouldBe(404);
        await fremd.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_is_compared_in_sentences_and_on_its_picture()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse/kontaktrhythmus/vergleichen");
        await Expect(page.Locator("main")).ToContainTextAsync("Es gibt nur eine Fassung");

        var antwort = await page.APIRequest.GetAsync("/elsa/api/workflow-definitions/by-definition-id/kontaktrhythmus?versionOptions=Latest");
        var model = JsonNode.Parse(await antwort.TextAsync())!;
        var schritte = model["root"]!["activities"]!.AsArray();
        schritte.Single(s => s!["id"]!.ToString() == "KontaktfensterAbwarten")!["wert"] = Value("3 Wochen", "Literal");
        schritte.Single(s => s!["id"]!.ToString() == "AnKontaktErinnern")!["text"] = Value("'Noch ' + getFrist('Kontaktfenster.Ende')", "JavaScript");
        schritte.Remove(schritte.Single(s => s!["id"]!.ToString() == "KontaktUeberfaellig"));
        var linien = model["root"]!["connections"]!.AsArray();
        foreach (var linie in linien.Where(l => $"{l!["source"]!["activity"]} {l["target"]!["activity"]}".Split(' ').Contains("KontaktUeberfaellig")).ToList())
            linien.Remove(linie);
        schritte.Add(JsonNode.Parse("""
            { "id": "Neu", "type": "FallWorkflow.Erinnern", "titel": { "typeName": "String", "expression": { "type": "Literal", "value": "Bitte anrufen" } },
              "metadata": { "displayText": "Noch einmal erinnern", "designer": { "position": { "x": 1200, "y": 0 }, "size": { "width": 220, "height": 60 } } } }
            """));
        await Editor.SaveAsync(page, model.ToJsonString());
        await page.ReloadAsync();

        var inhalt = page.Locator("main");
        await Expect(inhalt).ToContainTextAsync("Frist abwarten „Kontaktfenster abwarten“: Eigener Wert ist jetzt angegeben: 3 Wochen");
        await Expect(inhalt).ToContainTextAsync("Schritt entfällt: Eskalieren „Kontakt ist überfällig“");
        await Expect(inhalt).ToContainTextAsync("Neuer Schritt: Erinnern „Noch einmal erinnern“");
        await Expect(page.Locator(".fw-block pre").Last).ToHaveTextAsync("'Noch ' + getFrist('Kontaktfenster.Ende')");
        await Expect(page.Locator(".fw-bild [data-schritt=Neu].fw-bild--neu .fw-bild__marke text")).ToHaveTextAsync("+ neu");
        await Expect(page.Locator(".fw-bild [data-schritt=KontaktUeberfaellig].fw-bild--entfallen .fw-bild__marke text")).ToHaveTextAsync("− entfällt");
        await Expect(page.Locator(".fw-bild [data-schritt=KontaktfensterAbwarten].fw-bild--geaendert .fw-bild__marke text")).ToHaveTextAsync("≠ geändert");
        await Expect(page.Locator(".fw-bild [data-schritt=KontaktFuehren] .fw-bild__marke")).ToHaveCountAsync(0);
        await Expect(page.Locator(".fw-bild__linie.fw-bild--entfallen").First).ToBeAttachedAsync();
        await Expect(page.Locator(".fw-bild svg desc").First).ToContainTextAsync("Kontakt ist überfällig: entfällt");
        await Ansehen.CheckAsync(page, "vergleichen");

        await page.SelectOptionAsync("#nach", "1");
        await page.SelectOptionAsync("#von", "1");
        await page.ClickAsync("form.fw-filter button");
        await Expect(page.Locator("#gleich")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static JsonObject Value(string wert, string art) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = art, ["value"] = wert } };

    private async Task<Application.Prozesse.Entwurfsstand> Rows(string id) => (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync(id))!;

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);
}
