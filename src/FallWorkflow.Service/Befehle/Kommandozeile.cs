using System.CommandLine;
using System.Globalization;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>The command line; one class per verb.</summary>
internal static class Kommandozeile
{
    /// <param name="output">Where verbs that print results write to; the console if null.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null)
    {
        // Dates and numbers of the program's own output are German whatever the machine is set to.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");

        var root = new RootCommand(Texte.Of("Hilfe.Programm"))
        {
            ServeBefehl.Create(),
            DemoBefehl.Create(),
            ValidateBefehl.Create(),
            RunBefehl.Create(),
            SimulateBefehl.Create(),
            TimersBefehl.Create(),
            MigrateBefehl.Create(),
            JournalBefehl.Create(),
            ExportBefehl.Create(),
            ProzesseBefehl.Create(),
            ImportBefehl.Create(),
        };
        try
        {
            // Expected mistakes of the person at the console get a sentence; anything else keeps its stack trace.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            if (output is not null)
                configuration.Output = output;
            return await root.Parse(args).InvokeAsync(configuration);
        }
        catch (StartfehlerException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
