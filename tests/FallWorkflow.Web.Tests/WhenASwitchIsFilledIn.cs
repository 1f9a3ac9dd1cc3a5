using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A process designer fills in the cases of a switch, one after the other and without waiting.</summary>
public sealed class WhenASwitchIsFilledIn(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    [Fact]
    public async Task Each_case_stays_and_none_is_named_like_another()
    {
        var (page, editor) = await OpenAsync("fallunterscheidung", "Ja");
        await AddAsync(page);
        await Assertions.Expect(Name(page)).ToHaveValueAsync("Ausgang 2");
        await Name(page).FillAsync("Ja");
        await CommitAsync(page);
        await Assertions.Expect(page.Locator("#studio-meldungen")).ToContainTextAsync("sein Eingang");
        await Name(page).FillAsync("Nein");
        await CommitAsync(page);
        await AddAsync(page);
        await Name(page).FillAsync("Später");
        await CommitAsync(page);
        await editor.SavedAsync(j => Names(j).SequenceEqual(["Ja", "Nein", "Später"]));

        // Taken away one after the other.
        await DeleteAsync(page, "Nein");
        await DeleteAsync(page, "Ja");
        await editor.SavedAsync(j => Names(j).SequenceEqual(["Später"]));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_from_elsewhere_with_cases_that_Studio_cannot_draw_opens_whole()
    {
        var (page, _) = await OpenAsync("fallunterscheidung-doppelt", "Ja", "Ja", "In", "Ja (2)", "Ja", "Default");
        foreach (var ausgang in (string[])["Ja", "Ja (3)", "In (2)", "Ja (2)", "Ja (4)", "Default"])
            await Assertions.Expect(page.Locator($".x6-node[data-cell-id=S] .x6-port-body[port='{ausgang}']")).ToHaveCountAsync(1);
        // A line from each case that had one.
        await Assertions.Expect(page.Locator(".x6-edge")).ToHaveCountAsync(6);
        await page.Context.CloseAsync();
    }

    private static ILocator Name(IPage page) => page.Locator("td[data-label='Label'] input");

    private static Task AddAsync(IPage page) => page.GetByText("Ausgang hinzufügen").ClickAsync();

    private static Task CommitAsync(IPage page) => page.Locator("tr:has(td[data-label='Label'] input) button").First.ClickAsync();

    private static Task DeleteAsync(IPage page, string name) => page.Locator($"tr:has(td[data-label='Label']:text-is('{name}')) button").Last.ClickAsync();

    private static IEnumerable<string?> Names(JsonNode entwurf) =>
        (entwurf["root"]!["activities"]!.AsArray().Single(s => s!["id"]!.ToString() == "S")!["cases"] as JsonArray ?? []).Select(f => f!["label"]?.ToString());

    private async Task<(IPage, Editor)> OpenAsync(string id, params string[] faelle)
    {
        var page = await wirt.SignInAsync();
        await Editor.SaveAsync(page, new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["root"] = new JsonObject
            {
                ["id"] = "F",
                ["type"] = "Elsa.Flowchart",
                ["connections"] = new JsonArray([.. faelle.Distinct(StringComparer.Ordinal).Select(f =>
                    (JsonNode)new JsonObject { ["source"] = Ende("S", f), ["target"] = Ende("E", "In") })]),
                ["activities"] = new JsonArray(
                    Step("S", "Elsa.FlowSwitch", 60, new JsonArray([.. faelle.Select(f => (JsonNode)new JsonObject
                    {
                        ["label"] = f,
                        ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" },
                    })])),
                    Step("E", "Elsa.End", 420, null)),
            },
        }.ToJsonString());
        var editor = await Editor.OpenAsync(wirt, page, id);
        await page.Locator(".x6-node[data-cell-id=S] .activity-label").ClickAsync(new() { Force = true });
        return (page, editor);
    }

    private static JsonObject Ende(string schritt, string ausgang) => new() { ["activity"] = schritt, ["port"] = ausgang };

    private static JsonObject Step(string id, string type, int x, JsonArray? faelle)
    {
        var schritt = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["metadata"] = JsonNode.Parse($$"""{ "designer": { "position": { "x": {{x}}, "y": 80 }, "size": { "width": 160, "height": 54 } } }"""),
        };
        if (faelle is not null)
            schritt["cases"] = faelle;
        return schritt;
    }
}
