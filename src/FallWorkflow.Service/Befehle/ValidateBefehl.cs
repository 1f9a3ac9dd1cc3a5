using System.CommandLine;
using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Service.Befehle;

/// <summary><c>validate &lt;file|folder&gt;</c>: names every problem with file, activity, path and remedy; exit code 1 if there is one.</summary>
internal static class ValidateBefehl
{
    public static Command Create()
    {
        var pfad = new Argument<string>("pfad") { Description = Befehlstexte.Of("Hilfe.ValidatePfad") };
        var command = new Command("validate", Befehlstexte.Of("Hilfe.Validate")) { pfad };
        command.SetAction(parsed => Run(parsed.GetValue(pfad)!));
        return command;
    }

    private static int Run(string pfad)
    {
        var dateien = Prozessordner.Files(pfad);
        var umgebung = Directory.Exists(pfad) ? pfad : Prozessordner.RootOf(pfad);
        var andere = Prozessordner.ReadAll(Prozessordner.Files(umgebung).Except(dateien).Concat(dateien)).DistinctBy(d => d.DefinitionId).ToList();
        var pruefer = Prozessmaschine.Validator();
        var anzahl = 0;
        foreach (var datei in dateien)
        {
            foreach (var problem in pruefer.Validate(File.ReadAllText(datei), andere))
            {
                anzahl++;
                Console.WriteLine(Befehlstexte.Of(
                    "Problem", Path.GetRelativePath(Directory.GetCurrentDirectory(), datei), problem.ActivityName ?? problem.ActivityId ?? "–", problem.Path, problem.Message, problem.Remedy));
            }
        }

        Console.WriteLine(Befehlstexte.Of(anzahl == 0 ? "KeineProbleme" : "Probleme", dateien.Count, anzahl));
        return anzahl == 0 ? 0 : 1;
    }
}
