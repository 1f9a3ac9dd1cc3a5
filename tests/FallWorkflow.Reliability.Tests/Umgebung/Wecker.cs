using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>
/// The smallest life of a Fall that shows a timer's work: some waits side by side, each followed by one reminder. Published
/// instead of the shipped processes, for tests that need due instants in seconds or hundreds of timers at once.
/// </summary>
internal static class Wecker
{
    /// <summary>Writes the definition into a folder of its own and returns the folder.</summary>
    public static string Folder(params TimeSpan[] wartezeiten)
    {
        var ordner = Directory.CreateTempSubdirectory("fallworkflow-wecker-").FullName;
        File.WriteAllText(Path.Combine(ordner, "fallmanagement.json"), Definition(wartezeiten).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return ordner;
    }

    private static JsonObject Definition(TimeSpan[] wartezeiten)
    {
        var aktivitaeten = new JsonArray(Activity("Start", "Elsa.Start"));
        var verbindungen = new JsonArray();
        for (var n = 0; n < wartezeiten.Length; n++)
        {
            aktivitaeten.Add(Activity($"Warten{n}", "Elsa.Delay", ("timeSpan", "TimeSpan", wartezeiten[n].ToString("c"))));
            aktivitaeten.Add(Activity($"Erinnern{n}", "FallWorkflow.Erinnern", ("titel", "String", $"Wecker {n}"), ("rolle", "String", "Teamleitung")));
            verbindungen.Add(Connection("Start", $"Warten{n}"));
            verbindungen.Add(Connection($"Warten{n}", $"Erinnern{n}"));
        }

        return new JsonObject
        {
            ["id"] = "fallmanagement-v1",
            ["definitionId"] = "fallmanagement",
            ["name"] = "Wecker",
            ["version"] = 1,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = new JsonArray(),
            ["root"] = new JsonObject
            {
                ["id"] = "Flowchart1",
                ["name"] = "Flowchart1",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = aktivitaeten,
                ["connections"] = verbindungen,
            },
        };
    }

    private static JsonObject Activity(string id, string type, params (string Name, string Type, string Value)[] inputs)
    {
        var aktivitaet = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = id } };
        foreach (var (name, typ, wert) in inputs)
        {
            aktivitaet[name] = new JsonObject
            {
                ["typeName"] = typ,
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = wert },
            };
        }

        return aktivitaet;
    }

    private static JsonObject Connection(string von, string nach) => new()
    {
        ["source"] = new JsonObject { ["activity"] = von, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = nach, ["port"] = "In" },
        ["vertices"] = new JsonArray(),
    };
}
