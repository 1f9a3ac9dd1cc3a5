using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Tests;

namespace FallWorkflow.Benchmarks.Umgebung;

/// <summary>The processes under load.</summary>
internal static class Prozesse
{
    /// <summary>Waits for an event, sets one task, waits again.</summary>
    public static WorkflowDefinition Ereignis { get; } = new FlowBuilder("ereignis")
        .Event("Warten", "Ereignis").Step("Aufgabe", Last.AufgabeAnlegen.Art).Connect("Warten>Aufgabe Aufgabe>Warten").Build();

    /// <summary>
    /// A Fall with three timers and a task that a fact completes, upon which the next one is set; under the id of the
    /// process that every Fall begins with. A timer that fires leads to a wait for another fact.
    /// </summary>
    public static JsonObject Fall()
    {
        var flow = new FlowBuilder("fallmanagement")
            .Step("Beginn", "Start")
            .Step("Abweichung", "FallWorkflow.AufgabeStellen", ("art", "Abweichung"), ("titel", "Abweichung prüfen"), ("rolle", "Fallmanager"), ("erledigtDurch", "AbweichungBegruendet"))
            .Connect("Beginn>Abweichung Abweichung.Erledigt>Abweichung");
        foreach (var (name, wert) in new[] { ("Eins", "12 Monate"), ("Zwei", "24 Monate"), ("Drei", "36 Monate") })
        {
            flow.Step(name, "FallWorkflow.FristAbwarten", ("anker", "Jetzt"), ("wert", wert))
                .Step($"Nach{name}", "FallWorkflow.EreignisAbwarten", ("ereignisse", "NeuassessmentBegonnen"))
                .Connect($"Beginn>{name} {name}.Abgelaufen>Nach{name}");
        }

        return flow.Json();
    }

    /// <summary>A folder with the process of the Fall, for the service to publish.</summary>
    public static string WriteFolder()
    {
        var ordner = Directory.CreateTempSubdirectory("fallworkflow-bench-").FullName;
        File.WriteAllText(Path.Combine(ordner, "fallmanagement.json"), Fall().ToJsonString());
        return ordner;
    }
}
