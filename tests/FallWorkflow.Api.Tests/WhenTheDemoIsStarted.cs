using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Api.Tests;

/// <summary>The demo in a folder of its own, as a newcomer starts it.</summary>
public sealed class WhenTheDemoIsStarted : IDisposable
{
    private readonly string _ordner = Directory.CreateTempSubdirectory("fallworkflow-demo-").FullName;

    [Fact]
    public async Task It_makes_its_Faelle_anew_when_asked_and_keeps_them_otherwise()
    {
        // Something is there already that is no demo at all, and says it was finished.
        await File.WriteAllTextAsync(Path.Combine(_ordner, "demo.db"), "kaputt");
        await File.WriteAllTextAsync(Path.Combine(_ordner, "demo.db.fertig"), "");
        var port = FreePort.Next();
        int anzahl;
        await using (var erste = await StartAsync(port, "--reset"))
        {
            erste.Output.ShouldContain("Fälle angelegt in");
            erste.Output.ShouldContain("anna ");
            (anzahl = await CountAsync(port)).ShouldBeInRange(55, 65);
            (await PhasesAsync(port)).ShouldBe(Enum.GetNames<Domain.Faelle.Phase>(), ignoreOrder: true);
            await RequireNetworkAsync(port);
            using var http = new HttpClient();
            (await http.GetAsync($"http://localhost:{port}/anmeldung")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await StopAsync(erste);
        }

        await Listenprobe.CheckAsync($"Data Source={Path.Combine(_ordner, "demo.db")};Pooling=False");
        await using var zweite = await StartAsync(port);
        zweite.Output.ShouldNotContain("Fälle angelegt in");
        zweite.Output.ShouldContain("werden weiterverwendet");
        (await CountAsync(port)).ShouldBe(anzahl);
        await StopAsync(zweite);
    }

    [Fact]
    public async Task An_occupied_port_is_told_before_anything_is_made()
    {
        using var belegt = new TcpListener(IPAddress.Loopback, 0);
        belegt.Start();
        var port = ((IPEndPoint)belegt.LocalEndpoint).Port;
        var (code, ausgabe) = await Programm.RunAsync("demo", "--data", _ordner, "--port", port.ToString(CultureInfo.InvariantCulture));
        code.ShouldBe(1);
        ausgabe.Trim().ShouldBe($"Port {port} ist belegt. Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen, zum Beispiel --port 5081.");
        Directory.EnumerateFileSystemEntries(_ordner).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    private async Task<ChildProcess> StartAsync(int port, params string[] weitere)
    {
        var prozess = Programm.Start(["demo", "--data", _ordner, "--port", port.ToString(CultureInfo.InvariantCulture), .. weitere]);
        await prozess.WaitForLineAsync(zeile => zeile.StartsWith("Beenden mit", StringComparison.Ordinal), 3 * Programm.Geduld);
        return prozess;
    }

    private static async Task StopAsync(ChildProcess prozess) =>
        (await prozess.StopAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("it ends when it is asked to");

    private static async Task RequireNetworkAsync(int port)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        (await http.PostAsJsonAsync("/api/anmeldung", new { benutzer = "tina", kennwort = "demo" })).EnsureSuccessStatusCode();
        var netzwerk = await http.GetFromJsonAsync<JsonElement>("/api/netzwerk");
        foreach (var liste in new[] { "angebote", "vereinbarungen", "konferenzen", "bewertungen" })
            netzwerk.GetProperty(liste).GetArrayLength().ShouldBePositive(liste);
    }

    /// <summary>What the data protection officer sees: all.</summary>
    private static async Task<int> CountAsync(int port) => (await FaelleAsync(port)).GetProperty("gesamt").GetInt32();

    private static async Task<IEnumerable<string>> PhasesAsync(int port) =>
        (await FaelleAsync(port)).GetProperty("zeilen").EnumerateArray().Select(z => z.GetProperty("phase").GetString()!).Distinct();

    private static async Task<JsonElement> FaelleAsync(int port)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        (await http.PostAsJsonAsync("/api/anmeldung", new { benutzer = "dirk", kennwort = "demo" })).EnsureSuccessStatusCode();
        return await http.GetFromJsonAsync<JsonElement>("/api/faelle?groesse=100");
    }
}
