using System.CommandLine;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

internal static class SimulateBefehl
{
    public static Command Create()
    {
        var command = new Command("simulate", Texte.Of("Hilfe.Simulate"));
        command.SetAction((_, _) => throw new StartfehlerException("Dieser Befehl ist in diesem Stand noch nicht enthalten."));
        return command;
    }
}
