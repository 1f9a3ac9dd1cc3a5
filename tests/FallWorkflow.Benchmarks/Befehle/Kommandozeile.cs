using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FallWorkflow.Benchmarks.Umgebung;

namespace FallWorkflow.Benchmarks.Befehle;

/// <summary><c>bench</c>, <c>timers</c>, <c>lists</c>, <c>goals</c> and <c>smoke</c>.</summary>
internal static class Kommandozeile
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Signs such as >= are for people, and no page shows them.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static readonly JsonSerializerOptions Indented = new(Json) { WriteIndented = true };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures the engine on the service's own persistence against what the database can do.")
        {
            BenchBefehl.Create(),
            GoalsBefehl.Create(),
            ListsBefehl.Create(),
            SmokeBefehl.Create(),
            TimersBefehl.Create(),
        };
        try
        {
            return await root.Parse(args).InvokeAsync();
        }
        finally
        {
            await Datenbank.StopServerAsync();
        }
    }

    /// <summary>One line of JSON on the standard output.</summary>
    public static void Print(object ergebnis) => Console.WriteLine(JsonSerializer.Serialize(ergebnis, Json));
}
