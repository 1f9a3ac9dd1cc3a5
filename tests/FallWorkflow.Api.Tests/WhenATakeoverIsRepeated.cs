using System.Text.Json;
using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Whatever comes between, a line leads to one Fall.</summary>
public sealed class WhenATakeoverIsRepeated
{
    private static readonly string Datei = Uebernahmeprobe.Csv([("Schlüssel", "1")], [("Schlüssel", "2")], [("Schlüssel", "3")]);

    [Theory]
    [InlineData("before-commit", 1)]
    [InlineData("after-commit", 2)]
    public async Task A_crash_between_two_lines_loses_and_doubles_nothing(string punkt, int vorher)
    {
        await using var app = await FallWorkflowApp.LaunchAsync(new Appoptionen
        {
            Umgebung = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = punkt, ["FALLWORKFLOW_FAULTPOINT_SKIP"] = "1" },
            Weitere = new Dictionary<string, string?> { ["Roles"] = "web" },
        });
        var verloren = (await app.SignInAsync(Testjobcenter.Teamleiterin)).SendCsvAsync(Datei);
        await app.Process!.WaitForLineAsync(zeile => zeile == $"AT {punkt}", TimeSpan.FromSeconds(60));
        await app.Process.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(verloren);

        await app.RestartAsync(new Dictionary<string, string>());
        var leitung = await app.SignInAsync(Testjobcenter.Teamleiterin);
        (await leitung.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(vorher);
        (await leitung.ImportAsync(Datei)).Lines().ShouldBe([.. Enumerable.Range(1, 3).Select(n => n <= vorher ? "SchonUebernommen" : "Uebernommen")]);
        (await leitung.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(3);
        (await app.CheckTimersAsync()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Two_uploads_at_once_take_each_line_once_on_PostgreSql()
    {
        var name = $"uebernahme_{Guid.NewGuid():N}";
        await using (var app = await FallWorkflowApp.StartAsync(new Appoptionen { Provider = "PostgreSql", ConnectionString = await (await PostgresServer.Shared).CreateDatabaseAsync(name) }))
        {
            var sitzungen = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SignInAsync(Testjobcenter.Teamleiterin)));
            var berichte = await Task.WhenAll(sitzungen.Select(s => s.ImportAsync(Datei)));
            berichte.Sum(b => b.GetProperty("uebernommen").GetInt32()).ShouldBe(3);
            berichte.Sum(b => b.GetProperty("schonUebernommen").GetInt32()).ShouldBe(6);
            (await sitzungen[0].GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(3);
        }

        await (await PostgresServer.Shared).DropDatabaseAsync(name);
    }

    [Fact]
    public async Task The_verb_checks_and_takes_over_for_every_office()
    {
        await using var app = await FallWorkflowApp.StartAsync();
        var datei = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(datei, Uebernahmeprobe.Csv([("Schlüssel", "1")], [("Schlüssel", "1"), ("Büro", "berlin"), ("Fallmanagement", Testjobcenter.BerlinerFallmanager)], [("Schlüssel", "3"), ("Phase", "x")]));
            var (code, ausgabe) = await RunAsync(app, datei, "--pruefen");
            code.ShouldBe(2, ausgabe);
            ausgabe.ShouldContain("Zeile 4 (3): Nicht übernommen");
            ausgabe.ShouldContain("    ! Phase: „x“ kann hier nicht stehen.");
            ausgabe.ShouldContain("Zeilen geprüft: 3, bereit: 2, schon übernommen: 0, fehlerhaft: 1. Es wurde nichts gespeichert.");
            ausgabe.ShouldContain("    + Kontakt führen (bis 25.01.2027)");

            (code, ausgabe) = await RunAsync(app, datei, "--format", "json");
            code.ShouldBe(2, ausgabe);
            JsonSerializer.Deserialize<JsonElement>(ausgabe[ausgabe.IndexOf('{', StringComparison.Ordinal)..]).Lines().Take(2).ShouldBe(["Uebernommen", "Uebernommen"]);
            (await (await app.SignInAsync(Testjobcenter.BerlinerTeamleiter)).GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(1);

            // On a Sunday, too, the tasks are there at once.
            await app.AdvanceToAsync(new DateOnly(2027, 1, 17));
            await File.WriteAllTextAsync(datei, Uebernahmeprobe.Csv([("Schlüssel", "Sonntag")]));
            (await RunAsync(app, datei, "--pruefen")).Ausgabe.ShouldContain("    + Kontakt führen (bis 25.01.2027)");

            (await RunAsync(app, datei + ".fehlt")).Code.ShouldBe(1);
            await File.WriteAllTextAsync(datei, "Unfug\r\n1");
            (code, ausgabe) = await RunAsync(app, datei);
            (code, ausgabe.Contains("Unfug: Diese Spalte ist nicht vorgesehen.", StringComparison.Ordinal)).ShouldBe((1, true), ausgabe);
        }
        finally
        {
            File.Delete(datei);
        }
    }

    private static async Task<(int Code, string Ausgabe)> RunAsync(FallWorkflowApp app, params string[] argumente)
    {
        await using var verb = app.StartVerb(null, ["import", .. argumente]);
        await verb.WaitForExitAsync(Programm.Geduld);
        return (verb.ExitCode, verb.Output);
    }
}
