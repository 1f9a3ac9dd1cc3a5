using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A file that another Elsa Studio has written comes in by Studio's own dialog.</summary>
public sealed class WhenAProcessIsImported(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    private const string Datei = """
        { "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json", "id": "a1b2c3", "definitionId": "von-anderswo", "tenantId": "andere", "name": "Von anderswo",
          "createdAt": "2025-05-05T08:00:00+00:00", "version": 7, "toolVersion": "3.5.2.0", "herstellerkopf": { "freigabe": [1, "zwei"] }, "variables": [], "inputs": [], "outputs": [], "outcomes": [], "customProperties": { "Andere:Farbe": "blau" },
          "isReadonly": false, "isSystem": false, "isLatest": true, "isPublished": true, "options": { "autoUpdateConsumingWorkflows": false },
          "root": { "id": "F", "nodeId": "Workflow1:F", "name": "Flowchart1", "type": "Elsa.Flowchart", "version": 1, "customProperties": {}, "metadata": {},
            "activities": [
              { "id": "Fax", "nodeId": "Workflow1:F:Fax", "name": "Fax1", "type": "Andere.Firma.Fax", "version": 3, "nummer": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ x }}" } },
                "herstellerangaben": { "stufe": 2, "liste": [1, 2] }, "metadata": { "designer": { "position": { "x": 40, "y": 40 }, "size": { "width": 150, "height": 54 } } } },
              { "id": "Zeile", "nodeId": "Workflow1:F:Zeile", "name": "Zeile1", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Gefaxt" } },
                "metadata": { "designer": { "position": { "x": 340, "y": 40 }, "size": { "width": 150, "height": 54 } } } } ],
            "connections": [ { "source": { "activity": "Fax", "port": "Done" }, "target": { "activity": "Zeile", "port": "In" } } ] } }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Steps_and_fields_that_nobody_knows_here_survive_reading_in_and_working_on_it(bool archiv)
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse");
        await page.WaitForURLAsync("**/prozesse/?page=1*");
        await page.Locator("elsa-workflow-definition-list .mud-button-group-root .mud-menu button").First.ClickAsync();
        var wahl = await page.RunAndWaitForFileChooserAsync(() => page.Locator(".mud-popover-open").GetByText("Einlesen").ClickAsync());
        var id = archiv ? "aus-dem-archiv" : "von-anderswo";
        await wahl.SetFilesAsync(FileOf(id, archiv));
        await Assertions.Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("eingelesen");

        // The stand-in for the step is drawn; work on the rest leaves it alone.
        var editor = await Editor.OpenAsync(wirt, page, id);
        await Assertions.Expect(page.Locator(".x6-node")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".x6-edge")).ToHaveCountAsync(1);
        await editor.DrawAsync();
        await editor.FillAsync("Titel", "Ist das Fax angekommen?");
        await editor.SavedAsync("titel", "Ist das Fax angekommen?");
        var entwurf = JsonNode.Parse(await editor.DraftAsync())!;
        entwurf["customProperties"]!["Andere:Farbe"]!.ToString().ShouldBe("blau");
        entwurf["herstellerkopf"]!.ToJsonString().ShouldBe("""{"freigabe":[1,"zwei"]}""");
        entwurf["$schema"]!.ToString().ShouldContain("elsaworkflows.io");
        DateTimeOffset.Parse(entwurf["createdAt"]!.ToString(), CultureInfo.InvariantCulture).Year.ShouldBe(2025);
        var vorher = JsonNode.Parse(Datei)!["root"]!["activities"]![0]!;
        var fax = entwurf["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == "Fax")!;
        foreach (var feld in (string[])["type", "version", "nummer", "herstellerangaben"])
            JsonNode.DeepEquals(fax[feld], vorher[feld]).ShouldBeTrue($"{feld}: {fax[feld]?.ToJsonString()}");
        await page.Context.CloseAsync();
    }

    private static FilePayload FileOf(string id, bool archiv)
    {
        var inhalt = Encoding.UTF8.GetBytes(Datei.Replace("von-anderswo", id, StringComparison.Ordinal).Replace("Von anderswo", id, StringComparison.Ordinal));
        if (!archiv)
            return new() { Name = $"{id}.json", MimeType = "application/json", Buffer = inhalt };
        using var puffer = new MemoryStream();
        using (var zip = new ZipArchive(puffer, ZipArchiveMode.Create))
        {
            using var eintrag = zip.CreateEntry($"{id}.json").Open();
            eintrag.Write(inhalt);
        }

        return new() { Name = "prozesse.zip", MimeType = "application/zip", Buffer = puffer.ToArray() };
    }

    [Fact]
    public async Task What_is_no_process_is_refused_in_German()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse");
        await page.WaitForURLAsync("**/prozesse/?page=1*");
        await page.Locator("#workflow-file-upload-button-wrapper input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "unsinn.json", MimeType = "application/json", Buffer = "{ \"rechnung\": 5 }"u8.ToArray() });
        await Assertions.Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("Nicht eingelesen: 1. Grund: Die Datei enthält keinen Prozess.");
        await page.Context.CloseAsync();
    }
}
