using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Prozesse;

/// <summary>What is to be done about a file of the folder of processes.</summary>
internal enum Dateibefund
{
    /// <summary>The database has this content as a version.</summary>
    Bekannt,

    /// <summary>It goes on from the newest version of the database.</summary>
    Neu,

    /// <summary>The newest version of the database was not made from this file: publishing would replace somebody's work.</summary>
    Konflikt,
}

/// <summary>Compares a file with the versions in the database.</summary>
internal static class Dateilinie
{
    /// <param name="versionen">All versions of the process, newest first.</param>
    /// <param name="veroeffentlichungen">Rows about them, see <see cref="IProzessentwuerfe.PublicationsAsync"/>. A version without a row is from a time when only files were published at start.</param>
    public static Dateibefund Judge(WorkflowDefinition datei, IReadOnlyList<Prozessversion> versionen, IReadOnlyList<Entwurfszeile> veroeffentlichungen)
    {
        if (versionen.Count == 0)
            return Dateibefund.Neu;
        if (versionen.Any(v => Prozessinhalt.SameContent(Parse(v), datei.Source)))
            return Dateibefund.Bekannt;
        var neueste = versionen[0];
        var vermerk = veroeffentlichungen.FirstOrDefault(z => z.Version == neueste.Version && z.Art is Entwurfsart.Veroeffentlicht or Entwurfsart.AusDatei or Entwurfsart.AusProgramm);
        return vermerk is null or { Art: Entwurfsart.AusDatei } || StampOf(datei) == Prozessinhalt.HashOf(Parse(neueste)) ? Dateibefund.Neu : Dateibefund.Konflikt;
    }

    private static string? StampOf(WorkflowDefinition datei) => (datei.Source["customProperties"] as JsonObject)?[Prozessinhalt.Stempel]?.ToString();

    private static JsonObject Parse(Prozessversion version) => JsonNode.Parse(version.Json)!.AsObject();
}
