using System.CommandLine;
using System.Globalization;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary><c>serve</c>: HTTP, timers, messages and jobs until the process is told to stop.</summary>
internal static class ServeBefehl
{
    public static Command Create()
    {
        var port = new Option<int?>("--port") { Description = Texte.Of("Hilfe.Port") };
        var urls = new Option<string?>("--urls") { Description = Texte.Of("Hilfe.Urls") };
        var provider = new Option<string?>("--database") { Description = Texte.Of("Hilfe.Database") };
        var connection = new Option<string?>("--connection") { Description = Texte.Of("Hilfe.Connection") };
        var migrate = new Option<bool>("--migrate") { Description = Texte.Of("Hilfe.Migrate") };
        var kind = new Option<string?>("--kind") { Description = Texte.Of("Hilfe.Kind") };
        var rabbit = new Option<string?>("--rabbitmq") { Description = Texte.Of("Hilfe.RabbitMq") };
        var workflows = new Option<string?>("--workflows") { Description = Texte.Of("Hilfe.Workflows") };
        var seed = new Option<string?>("--seed") { Description = Texte.Of("Hilfe.Seed") };
        var publish = new Option<bool>("--publish") { Description = Texte.Of("Hilfe.Publish") };
        var roles = new Option<string?>("--roles") { Description = Texte.Of("Hilfe.Roles") };
        var testClock = new Option<bool>("--test-clock") { Description = Texte.Of("Hilfe.TestClock") };
        var from = new Option<string?>("--test-clock-from") { Description = Texte.Of("Hilfe.TestClockFrom") };

        var offset = new Option<string?>("--test-clock-offset") { Description = Texte.Of("Hilfe.TestClockOffset") };

        var command = new Command("serve", Texte.Of("Hilfe.Serve"))
        {
            port, urls, provider, connection, migrate, kind, rabbit, workflows, seed, publish, roles, testClock, from, offset,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var werte = new Dictionary<string, string?>
            {
                ["Urls"] = parsed.GetValue(port) is { } p ? string.Create(CultureInfo.InvariantCulture, $"http://localhost:{p}") : parsed.GetValue(urls),
                ["Database:Provider"] = parsed.GetValue(provider),
                ["Database:ConnectionString"] = parsed.GetValue(connection),
                ["Database:Migrate"] = parsed.GetValue(migrate) ? "true" : null,
                ["Database:Kind"] = parsed.GetValue(kind),
                ["RabbitMq:Uri"] = parsed.GetValue(rabbit),
                ["Workflows:Path"] = parsed.GetValue(workflows),
                ["Seed:File"] = parsed.GetValue(seed),
                ["Workflows:Publish"] = parsed.GetValue(publish) ? "true" : null,
                ["Roles"] = parsed.GetValue(roles),
                ["TestClock:Enabled"] = parsed.GetValue(testClock) ? "true" : null,
                ["TestClock:From"] = parsed.GetValue(from),
                ["TestClock:Offset"] = parsed.GetValue(offset),
            };
            return Wirt.RunAsync(werte.Where(w => w.Value is not null), cancellation);
        });
        return command;
    }
}
