using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>Publishing from the real Elsa Studio and from our page, with and without a second person; what was saved before.</summary>
public sealed class WhenAProcessIsPublished(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    private const string Zweite = "pg2";

    [Fact]
    public async Task The_publish_button_asks_a_second_person_who_agrees_on_our_page()
    {
        var page = await wirt.SignInAsync();
        await SetFourEyesAsync(page, true);
        await SaveAsync(page, "zuzweit", "eins");
        await (await Editor.OpenAsync(wirt, page, "zuzweit")).PublishAsync("Bürobeschluss");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("Die Veröffentlichung von „zuzweit“ ist beantragt");
        (await VersionsAsync("zuzweit")).ShouldBeEmpty();

        await page.GotoAsync("/prozesse/zuzweit/veroeffentlichen");
        await Expect(page.Locator("main")).ToContainTextAsync("zustimmen muss jemand anderes");
        await Expect(page.Locator("button[value=zustimmen]")).ToHaveCountAsync(0);
        await Ansehen.CheckAsync(page, "veroeffentlichen-eigener");

        await SecondAsync();
        var andere = await wirt.SignInAsync(Zweite);
        await andere.GotoAsync("/prozesse");
        await Expect(andere.Locator(".fw-offenes")).ToContainTextAsync("beantragt, Version 1 zu veröffentlichen");
        await andere.Locator("elsa-workflow-definition-list table").First.WaitForAsync();
        await Ansehen.ShootAsync(andere, "prozesse-antrag");
        await andere.Locator(".fw-offenes a").First.ClickAsync();
        await andere.WaitForURLAsync("**/prozesse/zuzweit/veroeffentlichen");
        await andere.ClickAsync("text=Zustimmen und veröffentlichen");
        await Expect(andere.Locator("#fehlerliste")).ToContainTextAsync("Nennen Sie den Grund");
        await Ansehen.CheckAsync(andere, "veroeffentlichen-fehler");
        await andere.FillAsync("#grund", "Gelesen und verglichen");
        await andere.ClickAsync("text=Zustimmen und veröffentlichen");
        await Expect(andere.Locator("main [role=status]")).ToContainTextAsync("Sie haben zugestimmt");
        var zeile = andere.Locator("tr[data-version='1']");
        await Expect(zeile).ToContainTextAsync("Bürobeschluss");
        await Expect(zeile).ToContainTextAsync("Zweite Person: Gelesen und verglichen");
        await Ansehen.CheckAsync(andere, "veroeffentlichen-fertig");
        (await VersionsAsync("zuzweit")).Single().IsCurrent.ShouldBeTrue();
        await andere.Context.CloseAsync();
        await SetFourEyesAsync(page, false);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_in_conflict_is_taken_with_a_reason_by_its_button()
    {
        var page = await wirt.SignInAsync();
        await SaveAsync(page, "streitfall", "gestaltet");
        var antwort = await page.APIRequest.PostAsync("/elsa/api/workflow-definitions/streitfall/publish", new() { Headers = new Dictionary<string, string>(Editor.Kopf) { ["X-Begruendung"] = "Bild" } });
        antwort.Ok.ShouldBeTrue(await antwort.TextAsync());
        var ordner = Directory.CreateTempSubdirectory("fallworkflow-dateien-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(ordner, "streitfall.json"), Definition("streitfall", "aus Git"));
            await wirt.App.Services.GetRequiredService<Dateiabgleich>().RunAsync(ordner, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(ordner, recursive: true);
        }

        await page.GotoAsync("/prozesse");
        await page.Locator(".fw-offenes a", new() { HasText = "streitfall" }).ClickAsync();
        await page.WaitForURLAsync("**/prozesse/streitfall/veroeffentlichen");
        await Ansehen.CheckAsync(page, "veroeffentlichen-konflikt");
        await page.ClickAsync("button[value=datei]");
        await Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Nennen Sie den Grund");
        (await VersionsAsync("streitfall")).Single().Json.ShouldContain("gestaltet");
        await page.FillAsync("#grund-datei", "Git gilt");
        await page.ClickAsync("button[value=datei]");
        await Expect(page.Locator("tr[data-version='2']")).ToContainTextAsync("Git gilt");
        await Expect(page.Locator("button[value=datei]")).ToHaveCountAsync(0);
        (await VersionsAsync("streitfall"))[0].Json.ShouldContain("aus Git");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_would_rather_not_give_a_reason_publishes_nothing()
    {
        var page = await wirt.SignInAsync();
        await SaveAsync(page, "dochnicht", "eins");
        await page.GotoAsync("/prozesse/dochnicht");
        await page.WaitForSelectorAsync(".x6-node");
        foreach (var wie in (string[])["Knopf", "Escape"])
        {
            await page.Locator("button:visible").Filter(new() { Has = page.Locator("svg path[d^='M19.35 10.04']") }).First.ClickAsync();
            await Expect(page.Locator("#studio-frage")).ToBeVisibleAsync();
            await page.FillAsync("#studio-grund", "Fast");
            if (wie == "Knopf")
                await page.ClickAsync("#studio-frage button[value=nein]");
            else
                await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("#studio-frage")).ToBeHiddenAsync();
            await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("Es wurde nichts veröffentlicht");
        }

        (await VersionsAsync("dochnicht")).ShouldBeEmpty();
        (await Entwuerfe.FindAsync("dochnicht"))!.Art.ShouldBe(Entwurfsart.Gespeichert);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_earlier_state_is_looked_at_compared_restored_and_the_draft_dropped()
    {
        var page = await wirt.SignInAsync();
        foreach (var text in (string[])["eins", "zwei"])
            await SaveAsync(page, "frueher", text);
        await page.GotoAsync("/prozesse/frueher/verlauf");
        await Expect(page.Locator("#staende > li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#staende > li").First).ToContainTextAsync("Das ist der heutige Entwurf.");
        await Ansehen.CheckAsync(page, "verlauf");
        await page.Locator("[data-nr='1']").GetByText("Mit heute vergleichen").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("zwei");
        await Expect(page.Locator("#von")).ToHaveValueAsync("stand:1");
        await page.GotoAsync("/prozesse/frueher/verlauf/1");
        await Expect(page.Locator(".fw-bild [data-schritt=A]")).ToBeVisibleAsync();
        await Ansehen.CheckAsync(page, "stand");
        await page.GotoAsync("/prozesse/frueher/verlauf");
        await page.Locator("[data-nr='1'] button").ClickAsync();
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("Der frühere Stand ist jetzt der Entwurf.");
        (await Entwuerfe.FindAsync("frueher"))!.Json!.ShouldContain("eins");

        await page.ClickAsync("button[name=verwerfen]");
        await Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Bestätigen Sie");
        (await Entwuerfe.FindAsync("frueher"))!.Json.ShouldNotBeNull();
        await page.Locator("#sicher").CheckAsync(new() { Force = true });
        await page.ClickAsync("button[name=verwerfen]");
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("Der Entwurf ist verworfen.");
        await Expect(page.Locator("#staende > li")).ToHaveCountAsync(4);
        (await Entwuerfe.FindAsync("frueher"))!.Json.ShouldBeNull();
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);

    private IProzessentwuerfe Entwuerfe => wirt.App.Services.GetRequiredService<IProzessentwuerfe>();

    private Task<IReadOnlyList<Prozessversion>> VersionsAsync(string id) => wirt.App.Services.GetRequiredService<IProzessversionen>().VersionsOfAsync(id);

    private async Task SecondAsync()
    {
        var stammdaten = wirt.App.Services.GetRequiredService<IStammdaten>();
        var erste = (await stammdaten.FindBenutzerAsync(Testjobcenter.Prozessgestalterin))!;
        await stammdaten.SaveAsync(new Benutzer { Id = Zweite, Name = "Zweite Person", Rolle = erste.Rolle, EMail = "pg2@example.org", KennwortHash = erste.KennwortHash });
    }

    private static async Task SetFourEyesAsync(IPage page, bool an)
    {
        var antwort = await page.APIRequest.PostAsync("/api/fachkonzepte", new()
        {
            Headers = Editor.Kopf,
            DataString = $$"""{ "gueltigAb": "2027-01-11", "fristen": {}, "begruendung": "Beschluss", "bueroId": "berlin", "vierAugen": {{(an ? "true" : "false")}} }""",
        });
        antwort.Ok.ShouldBeTrue(await antwort.TextAsync());
    }

    private static Task SaveAsync(IPage page, string id, string text) => Editor.SaveAsync(page, Definition(id, text));

    private static string Definition(string id, string text) => $$"""
        { "definitionId": "{{id}}", "name": "{{id}}", "root": { "id": "F", "type": "Elsa.Flowchart", "connections": [], "activities": [
          { "id": "A", "type": "Elsa.WriteLine", "name": "A", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } },
            "metadata": { "displayText": "Schreiben", "designer": { "position": { "x": 40, "y": 40 }, "size": { "width": 150, "height": 54 } } } } ] } }
        """;
}
