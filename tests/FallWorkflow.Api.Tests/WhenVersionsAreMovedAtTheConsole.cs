using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary><c>migrate preview</c> and <c>migrate apply</c> as an operator calls them, beside the running service.</summary>
public sealed class WhenVersionsAreMovedAtTheConsole : IAsyncLifetime
{
    private FallWorkflowApp _app = null!;
    private Sitzung _leitung = null!;
    private string _nummer = "";

    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync();
        await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        _leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        _nummer = (await _leitung.GetAsync("/api/faelle")).GetProperty("zeilen").EnumerateArray().Single().GetProperty("nummer").GetString()!;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_preview_changes_nothing_and_the_move_does_what_it_said_once()
    {
        await PublishAsync(schritte => Find(schritte)["wert"] = JsonNode.Parse("""{ "typeName": "String", "expression": { "type": "Literal", "value": "3 Wochen" } }"""));

        var (code, vorschau) = await RunAsync("preview", "--fristen", "neu", "--format", "json");
        code.ShouldBe(0, vorschau);
        var zeile = JsonDocument.Parse(vorschau).RootElement;
        zeile.GetProperty("fallNummer").GetString().ShouldBe(_nummer);
        zeile.GetProperty("beweglich").GetBoolean().ShouldBeTrue();
        zeile.GetProperty("termine")[0].GetProperty("neu").GetString().ShouldBe("2027-02-01 08:00");

        var (ohneGrund, warum) = await RunAsync("apply", "--fristen", "neu");
        ohneGrund.ShouldBe(1);
        warum.Trim().Split('\n').ShouldHaveSingleItem("an expected mistake is told in a sentence");
        (await RunAsync("preview")).Ausgabe.ShouldContain("Wechseln würden: 1, bleiben würden: 0. Nichts wurde geändert.");

        var (getan, text) = await RunAsync("apply", "--fristen", "neu", "--grund", "Dichtere Kontakte", "--faelle", _nummer);
        getan.ShouldBe(0, text);
        text.ShouldContain($"{_nummer} (");
        text.ShouldContain("2027-02-08 08:00 → 2027-02-01 08:00");
        text.ShouldContain("Gewechselt: 1, geblieben: 0.");
        (await RunAsync("apply", "--grund", "nochmals")).Ausgabe.ShouldContain("Gewechselt: 0, geblieben: 0.");

        await _app.AdvanceToAsync(new DateOnly(2027, 2, 1));
        var fm = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fm.GetAsync("/api/aufgaben")).EnumerateArray().Count(a => a.GetProperty("art").GetString() == "Kontakt").ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_move_is_named_and_shows_in_the_exit_code_until_it_is_mapped()
    {
        await PublishAsync(
            schritte => Find(schritte)["id"] = "Fenster",
            json => json.Replace("\"activity\":\"KontaktfensterAbwarten\"", "\"activity\":\"Fenster\"", StringComparison.Ordinal));

        var (code, ausgabe) = await RunAsync("apply", "--grund", "umbenannt");
        code.ShouldBe(2, ausgabe);
        ausgabe.ShouldContain($"{_nummer} (");
        ausgabe.ShouldContain("    ! ");
        ausgabe.ShouldContain("Gewechselt: 0, geblieben: 1.");

        var zuordnung = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(zuordnung, "{ nichts");
            (await RunAsync("preview", "--mapping", zuordnung)).Code.ShouldBe(1);
            await File.WriteAllTextAsync(zuordnung, """{ "KontaktfensterAbwarten": "Fenster" }""");
            (code, ausgabe) = await RunAsync("apply", "--grund", "umbenannt", "--mapping", zuordnung);
            code.ShouldBe(0, ausgabe);
            ausgabe.ShouldContain("KontaktfensterAbwarten → Fenster");
        }
        finally
        {
            File.Delete(zuordnung);
        }
    }

    private async Task<(int Code, string Ausgabe)> RunAsync(string verb, params string[] argumente)
    {
        await using var prozess = _app.StartVerb(null, ["migrate", verb, "kontaktrhythmus", "--from", "1", "--to", "2", .. argumente]);
        await prozess.WaitForExitAsync(Programm.Geduld);
        return (prozess.ExitCode, prozess.Output);
    }

    private async Task PublishAsync(Action<JsonArray> aendern, Func<string, string>? nochmals = null)
    {
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var definition = JsonNode.Parse((await designer.GetAsync("/api/prozesse/kontaktrhythmus/1")).ToString())!;
        aendern(definition["root"]!["activities"]!.AsArray());
        var json = definition.ToJsonString();
        (await designer.PostTextAsync("/api/prozesse", nochmals?.Invoke(json) ?? json)).EnsureSuccessStatusCode();
    }

    private static JsonObject Find(JsonArray schritte) => schritte.First(a => a!["id"]!.ToString() == "KontaktfensterAbwarten")!.AsObject();
}
