using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Prozesse;

/// <summary>
/// Takes the folder of processes in at start and remembers on this node what is in conflict with the database. A conflict is over
/// when the file says what is published, or what is published comes from the file.
/// </summary>
internal sealed partial class Dateiabgleich(Prozessverzeichnis verzeichnis, ILogger<Dateiabgleich> logger)
{
    private IReadOnlyList<WorkflowDefinition> _konflikte = [];

    /// <exception cref="DefinitionUngueltigException">One or more have problems; all of them are named with their files.</exception>
    public async Task RunAsync(string ordner, CancellationToken cancellation)
    {
        _konflikte = await verzeichnis.PublishFolderAsync(ordner, cancellation);
        foreach (var datei in _konflikte)
            LogKonflikt(datei.DefinitionId, (await verzeichnis.VersionsOfAsync(datei.DefinitionId, cancellation))[0].Version);
    }

    /// <summary>Files that are still in conflict.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> ConflictsAsync(CancellationToken cancellation)
    {
        var offen = new List<WorkflowDefinition>();
        foreach (var datei in _konflikte)
        {
            if (await verzeichnis.JudgeAsync(datei, cancellation) == Dateibefund.Konflikt)
                offen.Add(datei);
        }

        return offen;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The file of process {DefinitionId} was not published: version {Version} of the database was not made from it and goes on in force. "
        + "Either write the database into the folder (prozesse export) and commit it, or take the file (prozesse uebernehmen, or the page /prozesse).")]
    private partial void LogKonflikt(string definitionId, int version);
}
