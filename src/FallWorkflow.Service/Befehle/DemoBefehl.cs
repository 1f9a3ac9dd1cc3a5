using System.CommandLine;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

internal static class DemoBefehl
{
    public static Command Create()
    {
        var command = new Command("demo", Texte.Of("Hilfe.Demo"));
        command.SetAction((_, _) => throw new StartfehlerException("Dieser Befehl ist in diesem Stand noch nicht enthalten."));
        return command;
    }
}
