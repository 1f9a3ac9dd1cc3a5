using System.Net;
using System.Net.Http.Json;

namespace FallWorkflow.Api.Tests;

/// <summary>A database for real work: nobody can sign in before the first accounts are made.</summary>
public sealed class WhenADatabaseIsNew : IDisposable
{
    private static readonly string Muster = Path.Combine(Programm.Wurzel, "deploy", "ersteinrichtung.example.json");

    private readonly string _ordner = Directory.CreateTempSubdirectory("fallworkflow-neu-").FullName;

    [Fact]
    public async Task The_first_accounts_come_from_a_file_once()
    {
        await using (var programm = TestKit.Server.ChildProcess.Start(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll"), .. Arguments(Muster)], new Dictionary<string, string> { ["Seed__Password"] = "Anfang-2027" }))
        {
            var adresse = await StartedAsync(programm);
            programm.Output.ShouldContain("Ersteinrichtung angelegt. Büros: 1, Konten: 6, Träger: 1.");
            using var http = new HttpClient { BaseAddress = adresse };
            foreach (var konto in new[] { "teamleitung", "fallmanagement", "vermittlung", "prozesse", "datenschutz", "partner" })
                (await http.PostAsJsonAsync("/api/anmeldung", new { benutzer = konto, kennwort = "Anfang-2027" })).StatusCode.ShouldBe(HttpStatusCode.OK, konto);
        }

        // Without the password: the accounts are there, so the file is not looked at again.
        await using var wieder = Programm.Start(Arguments(Muster));
        await StartedAsync(wieder);
        wieder.Output.ShouldNotContain("Ersteinrichtung");
    }

    [Fact]
    public async Task A_file_that_does_not_fit_together_is_refused_with_every_mistake()
    {
        var datei = Path.Combine(_ordner, "falsch.json");
        await File.WriteAllTextAsync(datei, """
            { "bueros": [{ "id": "mitte", "name": "Mitte", "land": "NW" }],
              "benutzer": [
                { "id": "Anna", "name": "Anna", "rolle": "Fallmanager", "bueroId": "mitte", "kennwort": "lang-genug-1" },
                { "id": "bernd", "name": "Bernd", "rolle": "Koch", "bueroId": "kueche", "kennwort": "kurz" },
                { "id": "carla", "name": "Carla", "rolle": "Teamleitung", "kennwort": "lang-genug-1" },
                { "id": "dora", "name": "Dora", "rolle": "Traeger", "traegerId": "niemand", "kennwort": "lang-genug-1" }] }
            """);
        var (code, ausgabe) = await Programm.RunAsync(Arguments(datei));
        code.ShouldBe(1);
        foreach (var stelle in new[] { "„Anna“", "„Koch“", "„kueche“", "„bernd“: Es fehlt ein Kennwort", "„carla“: Diese Rolle gehört zu einem Büro", "„niemand“" })
            ausgabe.ShouldContain(stelle);
        ausgabe.ShouldNotContain("   at ");
    }

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    private string[] Arguments(string datei) =>
        ["serve", "--urls", "http://127.0.0.1:0", "--connection", $"Data Source={_ordner}/neu.db", "--workflows", Path.Combine(Programm.Wurzel, "workflows"), "--seed", datei];

    private static async Task<Uri> StartedAsync(TestKit.Server.ChildProcess programm)
    {
        const string meldung = "FallWorkflow läuft auf ";
        var zeile = await programm.WaitForLineAsync(z => z.StartsWith(meldung, StringComparison.Ordinal), Programm.Geduld);
        return new Uri(zeile[meldung.Length..].Split(". ")[0]);
    }
}
