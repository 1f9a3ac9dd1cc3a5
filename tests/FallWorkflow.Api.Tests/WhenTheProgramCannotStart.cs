using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Api.Tests;

public sealed class WhenTheProgramCannotStart : IDisposable
{
    private readonly string _ordner = Directory.CreateTempSubdirectory("fallworkflow-start-").FullName;

    [Fact]
    public async Task An_occupied_port_is_told_without_a_stack_trace()
    {
        using var belegt = new TcpListener(IPAddress.Loopback, 0);
        belegt.Start();
        var port = ((IPEndPoint)belegt.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var ausgabe = await RunAsync("--port", port);
        ausgabe.ShouldBe($"Die Adresse http://localhost:{port} ist schon belegt. Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen Port.");
    }

    [Fact]
    public async Task A_test_clock_is_refused_on_a_database_with_real_cases() =>
        (await RunAsync("--urls", "http://127.0.0.1:0", "--kind", "Produktiv", "--test-clock")).ShouldStartWith("Die Testuhr ist nur für Datenbanken erlaubt");

    [Fact]
    public async Task All_wrong_settings_are_listed_at_once()
    {
        var ausgabe = await RunAsync("--database", "Access", "--roles", "koch", "--rabbitmq", "http://x", "--urls", "keine");
        foreach (var name in new[] { "Database:Provider", "Roles", "RabbitMq:Uri", "Urls" })
            ausgabe.ShouldContain(name);
        ausgabe.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("viele")]
    public async Task A_commit_group_that_holds_nobody_or_too_many_is_refused(string wert) =>
        (await RunAsync(new Dictionary<string, string> { ["Database__CommitGroup"] = wert }, "--urls", "http://127.0.0.1:0"))
            .ShouldContain($"Database:CommitGroup: „{wert}“ passt nicht. Erlaubt ist eine ganze Zahl von 1 bis 1000.");

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    private Task<string> RunAsync(params string[] argumente) => RunAsync(new Dictionary<string, string>(), argumente);

    private async Task<string> RunAsync(Dictionary<string, string> umgebung, params string[] argumente)
    {
        var programm = Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll");
        await using var prozess = ChildProcess.Start("dotnet", [programm, "serve", "--connection", $"Data Source={_ordner}/x.db", .. argumente], umgebung);
        await prozess.WaitForExitAsync(TimeSpan.FromSeconds(60));
        prozess.ExitCode.ShouldBe(1, prozess.Output);
        return prozess.Output.Trim();
    }
}
