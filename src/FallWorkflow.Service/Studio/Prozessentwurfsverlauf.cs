using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Service.Studio;

/// <summary>What pages and API show and do about the history of drafts.</summary>
internal sealed class Prozessentwurfsverlauf(IProzessentwuerfe entwuerfe, Fassungen fassungen, Entwurfsdienst dienst, IStammdaten stammdaten) : IEntwurfsverlauf
{
    public async Task<Entwurfsverlauf> ListAsync(string definitionId, int? vorNr, CancellationToken cancellation = default)
    {
        var namen = new Personennamen(stammdaten);
        var zeilen = await entwuerfe.RowsAsync(definitionId, vorNr, IEntwurfsverlauf.Groesse + 1, cancellation);
        var letzter = await entwuerfe.FindAsync(definitionId, cancellation);
        var alle = await fassungen.OfAsync(definitionId, cancellation);
        // A process that was dropped before it was ever published can still be found by its history.
        if (alle.Count == 0 && letzter is null)
            throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
        var staende = new List<Entwurfsangabe>();
        foreach (var zeile in zeilen.Take(IEntwurfsverlauf.Groesse))
            staende.Add(new(zeile.Nr, zeile.Art, zeile.Version, zeile.Name, zeile.At, await namen.OfAsync(zeile.AkteurId, cancellation), zeile.Begruendung, zeile.HatInhalt));
        return new(
            definitionId, alle.Count > 0 ? alle[0].Name : letzter!.Name, alle.Any(f => !f.IsDraft), letzter is { Json: not null } ? letzter.Nr : null, staende,
            zeilen.Count > IEntwurfsverlauf.Groesse ? staende[^1].Nr : null);
    }

    public async Task<(Entwurfsangabe Angabe, JsonObject Definition)> FindAsync(string definitionId, int nr, CancellationToken cancellation = default)
    {
        if (await entwuerfe.FindAsync(definitionId, nr, cancellation) is not { Json: { } json } stand)
            throw new NotFoundException(Texte.Of("Studio.StandUnbekannt"));
        var von = await new Personennamen(stammdaten).OfAsync(stand.AkteurId, cancellation);
        return (new(stand.Nr, stand.Art, stand.Version, stand.Name, stand.At, von, stand.Begruendung, true), JsonNode.Parse(json)!.AsObject());
    }

    public Task RestoreAsync(string definitionId, int nr, Akteur akteur, CancellationToken cancellation = default) =>
        dienst.RestoreAsync(definitionId, nr, akteur, cancellation);

    public Task DropAsync(string definitionId, string? grund, Akteur akteur, CancellationToken cancellation = default) =>
        dienst.DropAsync(definitionId, grund, akteur, cancellation);
}
