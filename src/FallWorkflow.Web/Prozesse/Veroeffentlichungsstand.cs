using FallWorkflow.Application.Prozessvergleich;

namespace FallWorkflow.Web.Prozesse;

/// <summary>What is to be known before and after a process is published.</summary>
/// <param name="VierAugen">A second person has to agree.</param>
/// <param name="Nr">Number of the latest saved state; 0 if there is none.</param>
/// <param name="Entwurf">Null if nothing is to be published.</param>
/// <param name="Antrag">The request that nobody has decided; null if there is none.</param>
/// <param name="Versionen">What was published, newest first.</param>
/// <param name="Konflikt">The file of the process does not go on from what is published; null if it does.</param>
public sealed record Veroeffentlichungsstand(
    string DefinitionId, string Name, bool VierAugen, int Nr, Fassungsangabe? Entwurf, Antragsangabe? Antrag, IReadOnlyList<Veroeffentlichungsangabe> Versionen,
    Dateikonflikt? Konflikt);

/// <summary>Somebody asks for a second person to agree to a publication.</summary>
/// <param name="Nr">Number of the saved state that is asked for; names the request.</param>
/// <param name="Version">Number that it gets.</param>
/// <param name="Hinfaellig">The draft was changed afterwards; nobody can agree any more.</param>
public sealed record Antragsangabe(
    string DefinitionId, string Name, int Nr, int Version, string VonId, string Von, DateTimeOffset Am, string Grund, bool Hinfaellig);

/// <summary>One published version.</summary>
/// <param name="Von">Who published it or asked for it; null where that was not kept yet.</param>
/// <param name="ZugestimmtVon">Who agreed as the second person; null if nobody had to.</param>
public sealed record Veroeffentlichungsangabe(
    int Version, bool IstAktuell, DateTimeOffset Am, Veroeffentlichungsquelle Quelle, string? Von, string? Grund, string? ZugestimmtVon, string? Zustimmungsgrund);

/// <summary>Where a published version came from.</summary>
public enum Veroeffentlichungsquelle
{
    /// <summary>Published before this was kept, at the start from files.</summary>
    Unbekannt,

    Editor,

    /// <summary>A file that was imported in the editor and published as it was.</summary>
    Import,

    /// <summary>A file of the folder of processes.</summary>
    Datei,

    /// <summary>A program, by the API.</summary>
    Programm,
}

/// <summary>A file that would replace what somebody else has published.</summary>
/// <param name="Version">Newest version of the database.</param>
/// <param name="Dateiversion">Number that the file gives itself; null if it gives none.</param>
public sealed record Dateikonflikt(string DefinitionId, string Name, int Version, DateTimeOffset Am, string Von, int? Dateiversion);
