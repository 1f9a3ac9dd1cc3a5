using System.CommandLine;
using FallWorkflow.Benchmarks.Ziele;

namespace FallWorkflow.Benchmarks.Befehle;

/// <summary><c>lists</c>: searching and listing beside many stored Fälle on PostgreSQL, one line of JSON for each kind of question.</summary>
internal static class ListsBefehl
{
    public static Command Create()
    {
        var faelle = new Option<int>("--cases") { Description = "Cases stored.", DefaultValueFactory = _ => 100_000 };
        var aufrufe = new Option<int>("--calls") { Description = "Calls of each kind.", DefaultValueFactory = _ => 200 };
        var rufer = new Option<int>("--callers") { Description = "People who ask at a time.", DefaultValueFactory = _ => 2 };
        var nur = new Option<string>("--only") { Description = "Kinds whose name has this in it.", DefaultValueFactory = _ => "" };
        var command = new Command("lists", "Searching and listing beside many stored cases.") { faelle, aufrufe, rufer, nur };
        command.SetAction(async (parsed, _) =>
        {
            await foreach (var ziel in Listen.MeasureAsync(parsed.GetValue(faelle), parsed.GetValue(aufrufe), parsed.GetValue(rufer), parsed.GetValue(nur)!))
                Kommandozeile.Print(ziel);
            return 0;
        });
        return command;
    }
}
