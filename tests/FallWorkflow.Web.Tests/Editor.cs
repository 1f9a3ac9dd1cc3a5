using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>One process in the real editor: what a process designer does there, and what the server has of it.</summary>
internal sealed class Editor(Studiowirt wirt, IPage page, string id)
{
    /// <summary>Longest wait for something to become true, seconds.</summary>
    private const int Geduld = 60;

    /// <summary>What a call of the editor carries.</summary>
    public static readonly Dictionary<string, string> Kopf = new() { ["X-FallWorkflow"] = "studio", ["Content-Type"] = "application/json" };

    // What was there when the editor was opened; everything else was drawn.
    private HashSet<string> _vorhanden = [];

    public IPage Page => page;

    /// <summary>The step that was drawn.</summary>
    public ILocator Neuer => page.Locator(".x6-node" + string.Concat(_vorhanden.Select(s => $":not([data-cell-id=\"{s}\"])")));

    /// <summary>A process with nothing but its beginning, and the editor on it.</summary>
    public static async Task<Editor> BeginAsync(Studiowirt wirt, IPage page, string id)
    {
        await SaveAsync(page, $$"""
            { "definitionId": "{{id}}", "name": "{{id}}", "root": { "id": "F", "type": "Elsa.Flowchart", "connections": [], "activities": [
              { "id": "Beginn", "type": "Elsa.Start", "name": "Beginn", "metadata": { "designer": { "position": { "x": 40, "y": 40 }, "size": { "width": 150, "height": 54 } } } } ] } }
            """);
        return await OpenAsync(wirt, page, id);
    }

    /// <summary>The editor on a process that there is.</summary>
    /// <param name="schritt">Step that stands in the middle of the canvas; null for no certain one.</param>
    public static async Task<Editor> OpenAsync(Studiowirt wirt, IPage page, string id, string? schritt = null)
    {
        var editor = new Editor(wirt, page, id);
        var fassung = await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync(id) is { Json: { } entwurf } ? entwurf : (await editor.VersionsAsync())[0].Json;
        editor._vorhanden = [.. Steps(JsonNode.Parse(fassung)!).Select(s => s["id"]!.ToString())];
        await page.GotoAsync($"/prozesse/{id}" + (schritt is null ? "" : $"?schritt={schritt}"));
        await page.WaitForSelectorAsync(schritt is null ? ".x6-node" : ".x6-node.fw-gesucht");
        return editor;
    }

    /// <summary>As from another window: past what the page is cut off from.</summary>
    public static async Task SaveAsync(IPage page, string model)
    {
        var antwort = await page.APIRequest.PostAsync("/elsa/api/workflow-definitions", new() { Headers = Kopf, DataString = $$"""{ "model": {{model}}, "publish": false }""" });
        antwort.Ok.ShouldBeTrue(await antwort.TextAsync());
    }

    /// <summary>Drags a step from the palette onto the canvas and waits for its fields.</summary>
    public async Task DrawAsync(string schritt = "Aufgabe stellen", string gruppe = "Fallmanagement: Aufgaben", string feld = "Titel", float x = 420, float y = 340)
    {
        await page.GetByText(gruppe, new() { Exact = true }).First.ClickAsync();
        var quelle = page.Locator("[draggable=true]", new() { HasText = schritt }).First;
        await quelle.WaitForAsync();
        await quelle.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y } });
        await Assertions.Expect(Neuer).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("label", new() { HasText = feld }).First).ToBeVisibleAsync();
    }

    public Task TabAsync(string name) => page.Locator(".mud-tab:visible", new() { HasText = name }).First.ClickAsync();

    /// <summary>What was drawn before this step stays, and the next one counts as drawn.</summary>
    public void Forget(string schritt) => _vorhanden.Add(schritt);

    /// <summary>Opens the process anew, as somebody who comes back.</summary>
    public async Task ReopenAsync()
    {
        await page.GotoAsync($"/prozesse/{id}");
        await page.WaitForSelectorAsync(".x6-node");
    }

    public ILocator Field(string name) =>
        page.Locator(".mud-input-control").Filter(new() { Has = page.Locator("label", new() { HasText = name }) }).First;

    public async Task FillAsync(string name, string text)
    {
        await Field(name).Locator("input").FillAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Chooses from a list of values by the text that people read.</summary>
    public async Task ChooseAsync(string name, string wert)
    {
        await Field(name).ClickAsync();
        await page.Locator(".mud-popover-open").GetByText(wert, new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
    }

    /// <summary>Types one more outcome into the list of them.</summary>
    public async Task AddOutcomeAsync(string ausgang)
    {
        await TypeOutcomeAsync(ausgang);
        await Assertions.Expect(Neuer.Locator($"[port='{ausgang}']").First).ToBeAttachedAsync();
    }

    public async Task TypeOutcomeAsync(string ausgang)
    {
        var feld = Field("Ausgänge").Locator("input").First;
        await Assertions.Expect(feld).ToHaveValueAsync("");
        await feld.ClickAsync();
        await page.Keyboard.TypeAsync(ausgang, new() { Delay = 60 });
        await Assertions.Expect(feld).ToHaveValueAsync(ausgang);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Selects the step that was drawn.</summary>
    public Task SelectAsync(string schritt = "Aufgabe stellen") => Neuer.GetByText(schritt).ClickAsync(new() { Force = true });

    /// <summary>Draws a line from an outcome of a step to the step that was drawn.</summary>
    public async Task ConnectAsync(string von = "Beginn", string ausgang = "Done")
    {
        var linien = await page.Locator(".x6-edge").CountAsync();
        // Lines lie above the steps that they were loaded with, and a selected step has a handle where its outcome is.
        if (linien > 0)
        {
            await page.Locator($".x6-node[data-cell-id='{von}'] .activity-label").ClickAsync(new() { Force = true });
            await page.Locator(".x6-graph").First.ClickAsync(new() { Position = new() { X = 20, Y = 20 } });
            await Assertions.Expect(page.Locator(".x6-widget-transform")).ToHaveCountAsync(0);
        }

        var anfang = (await page.Locator($".x6-node[data-cell-id='{von}'] [port={ausgang}]").First.BoundingBoxAsync())!;
        var ende = (await Neuer.Locator("[port=In]").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(anfang.X + anfang.Width / 2, anfang.Y + anfang.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(anfang.X + 60, anfang.Y + 40, new() { Steps = 6 });
        await page.Mouse.MoveAsync(ende.X + ende.Width / 2, ende.Y + ende.Height / 2, new() { Steps = 12 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".x6-edge")).ToHaveCountAsync(linien + 1);
    }

    /// <summary>Makes an input a JavaScript expression and types it into Studio's editor for code.</summary>
    public async Task WriteJavaScriptAsync(string eingabe, string ausdruck)
    {
        await page.Locator($"xpath=//label[starts-with(normalize-space(.),'{eingabe}')]/ancestor::*[.//button][1]//button").First.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("JavaScript").ClickAsync();
        await page.Locator(".monaco-editor").First.ClickAsync();
        await page.Keyboard.InsertTextAsync(ausdruck);
    }

    public async Task PublishAsync(string grund)
    {
        await page.Locator("button:visible").Filter(new() { Has = page.Locator("svg path[d^='M19.35 10.04']") }).First.ClickAsync();
        await page.Locator("#studio-grund").FillAsync(grund);
        await page.ClickAsync("#studio-frage button[value=ja]");
    }

    public async Task RetractAsync(string grund)
    {
        var wolke = (await page.Locator("button:visible").Filter(new() { Has = page.Locator("svg path[d^='M19.35 10.04']") }).First.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(wolke.X + wolke.Width + 24, wolke.Y + wolke.Height / 2);
        await page.Locator(".mud-popover-open").GetByText("Zurückziehen").ClickAsync();
        await page.Locator("#studio-grund").FillAsync(grund);
        await page.ClickAsync("#studio-frage button[value=ja]");
    }

    /// <summary>Simulates one Fall of the draft over three months and waits for its calendar.</summary>
    public async Task SimulateAsync(DateOnly von)
    {
        await page.GotoAsync($"/prozesse/{id}/simulieren");
        await page.FillAsync("#feld-faelle", "1");
        await page.FillAsync("#feld-von", von.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("#feld-monate", "3");
        await page.ClickAsync(".fw-formular button[type=submit]");
        // The page loads itself anew until it is done.
        await Assertions.Expect(page.Locator("#ueberblick")).ToBeVisibleAsync();
    }

    public Task<IReadOnlyList<Prozessversion>> VersionsAsync() => wirt.App.Services.GetRequiredService<IProzessversionen>().VersionsOfAsync(id);

    public async Task<string> DraftAsync() => (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync(id))?.Json ?? "{}";

    /// <summary>The step that was drawn as the server has it; null if it has none yet.</summary>
    public async Task<JsonObject?> StepAsync() => Step(JsonNode.Parse(await DraftAsync())!);

    /// <summary>Text of an input of the step that was drawn as the server has it.</summary>
    public async Task<string?> InputAsync(string name) => (await StepAsync())?[name]?["expression"]?["value"]?.ToString();

    public JsonObject? Step(JsonNode definition) => Steps(definition).FirstOrDefault(s => !_vorhanden.Contains(s["id"]!.ToString()));

    /// <summary>Waits until the draft on the server is so.</summary>
    public async Task SavedAsync(Func<JsonNode, bool> so)
    {
        var bis = TimeProvider.System.GetTimestamp();
        while (!so(JsonNode.Parse(await DraftAsync())!))
        {
            TimeProvider.System.GetElapsedTime(bis).TotalSeconds.ShouldBeLessThan(Geduld, $"Draft of {id}: {await DraftAsync()}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    /// <summary>Waits until an input of the step that was drawn has this text on the server.</summary>
    public Task SavedAsync(string eingabe, string text) => SavedAsync(j => Step(j)?[eingabe]?["expression"]?["value"]?.ToString() == text);

    /// <summary>Waits until it is so in the page, whose content security forbids Playwright's own way of waiting.</summary>
    public async Task UntilAsync(string so)
    {
        var anfang = TimeProvider.System.GetTimestamp();
        while (!await page.EvaluateAsync<bool>(so))
        {
            TimeProvider.System.GetElapsedTime(anfang).TotalSeconds.ShouldBeLessThan(Geduld, so);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static IEnumerable<JsonObject> Steps(JsonNode definition) => (definition["root"]?["activities"] as JsonArray ?? []).OfType<JsonObject>();
}
