using System.CommandLine;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

internal static class ValidateBefehl
{
    public static Command Create()
    {
        var command = new Command("validate", Texte.Of("Hilfe.Validate"));
        command.SetAction((_, _) => throw new StartfehlerException("Dieser Befehl ist in diesem Stand noch nicht enthalten."));
        return command;
    }
}
