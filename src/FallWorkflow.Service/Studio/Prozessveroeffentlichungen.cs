using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Prozessvergleich;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Service.Studio;

/// <summary>What pages and API show and do about publications.</summary>
internal sealed class Prozessveroeffentlichungen(
    IProzessentwuerfe entwuerfe, Fassungen fassungen, Veroeffentlichungsdienst dienst, Vieraugen vieraugen, Dateiabgleich dateien, IStammdaten stammdaten)
    : IVeroeffentlichungen
{
    public async Task<IReadOnlyList<Antragsangabe>> RequestsAsync(CancellationToken cancellation = default)
    {
        var namen = new Personennamen(stammdaten);
        var alle = new List<Antragsangabe>();
        foreach (var antrag in await entwuerfe.RequestsAsync(cancellation))
            alle.Add(await DescribeAsync(antrag, namen, cancellation));
        return alle;
    }

    public async Task<IReadOnlyList<Dateikonflikt>> ConflictsAsync(CancellationToken cancellation = default)
    {
        var namen = new Personennamen(stammdaten);
        var alle = new List<Dateikonflikt>();
        foreach (var datei in await dateien.ConflictsAsync(cancellation))
            alle.Add(await DescribeAsync(datei, namen, cancellation));
        return alle;
    }

    public async Task<Veroeffentlichungsstand> FindAsync(string definitionId, CancellationToken cancellation = default)
    {
        var namen = new Personennamen(stammdaten);
        var letzter = await entwuerfe.FindAsync(definitionId, cancellation);
        var alle = await fassungen.OfAsync(definitionId, cancellation);
        if (alle.Count == 0)
            throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
        var zeilen = await entwuerfe.PublicationsAsync(definitionId, cancellation);
        var versionen = new List<Veroeffentlichungsangabe>();
        foreach (var fassung in alle.Where(f => !f.IsDraft))
            versionen.Add(await DescribeAsync(fassung, zeilen, namen, cancellation));
        var antrag = (await entwuerfe.RequestsAsync(cancellation)).FirstOrDefault(a => a.Antrag.DefinitionId == definitionId);
        var datei = (await dateien.ConflictsAsync(cancellation)).FirstOrDefault(d => d.DefinitionId == definitionId);
        return new(
            definitionId, alle[0].Name, await vieraugen.IsRequiredAsync(cancellation), letzter?.Nr ?? 0,
            alle[0].IsDraft ? new Fassungsangabe(alle[0].Version, true, false, alle[0].Since) : null,
            antrag is null ? null : await DescribeAsync(antrag, namen, cancellation), versionen, datei is null ? null : await DescribeAsync(datei, namen, cancellation));
    }

    public async Task<bool> PublishAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation = default) =>
        (await dienst.PublishAsync(definitionId, nr, grund, akteur, cancellation)).Antrag is null;

    public async Task<int> ApproveAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation = default) =>
        (await dienst.ApproveAsync(definitionId, nr, grund, akteur, cancellation)).Version;

    public Task DeclineAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation = default) =>
        dienst.DeclineAsync(definitionId, nr, grund, akteur, cancellation);

    public async Task<bool> TakeFileAsync(string definitionId, string? grund, Akteur akteur, CancellationToken cancellation = default)
    {
        var datei = (await dateien.ConflictsAsync(cancellation)).FirstOrDefault(d => d.DefinitionId == definitionId)
            ?? throw new NotFoundException(Texte.Of("Studio.KeinKonflikt"));
        var warum = Gruende.Require(grund, "grund");
        return (await dienst.PublishAsync(datei.Source.ToJsonString(), Entwurfsart.AusDatei, null, warum, akteur, cancellation)).Antrag is null;
    }

    private static async Task<Antragsangabe> DescribeAsync(Veroeffentlichungsantrag antrag, Personennamen namen, CancellationToken cancellation)
    {
        var zeile = antrag.Antrag;
        return new(
            zeile.DefinitionId, zeile.Name, zeile.Nr, zeile.Version, zeile.AkteurId, await namen.OfAsync(zeile.AkteurId, cancellation), zeile.At, zeile.Begruendung ?? "",
            antrag.Hinfaellig);
    }

    private async Task<Dateikonflikt> DescribeAsync(WorkflowDefinition datei, Personennamen namen, CancellationToken cancellation)
    {
        var neueste = (await fassungen.OfAsync(datei.DefinitionId, cancellation)).First(f => !f.IsDraft);
        var zeilen = await entwuerfe.PublicationsAsync(datei.DefinitionId, cancellation);
        var angabe = await DescribeAsync(neueste, zeilen, namen, cancellation);
        return new(datei.DefinitionId, neueste.Name, neueste.Version, neueste.Since, angabe.Von ?? Akteur.System.Name, datei.Version > 0 ? datei.Version : null);
    }

    private static async Task<Veroeffentlichungsangabe> DescribeAsync(
        Fassung fassung, IReadOnlyList<Entwurfszeile> zeilen, Personennamen namen, CancellationToken cancellation)
    {
        var zeile = zeilen.FirstOrDefault(z => z.Version == fassung.Version && z.Art is Entwurfsart.Veroeffentlicht or Entwurfsart.AusDatei or Entwurfsart.AusProgramm);
        if (zeile is null)
            return new(fassung.Version, fassung.IsPublished, fassung.Since, Veroeffentlichungsquelle.Unbekannt, null, null, null, null);
        var davor = zeilen.FirstOrDefault(z => z.Nr == zeile.Nr - 1);
        var antrag = zeile.Art == Entwurfsart.Veroeffentlicht && davor is { Art: Entwurfsart.Beantragt } ? davor : null;
        var inhalt = antrag is null ? davor : zeilen.FirstOrDefault(z => z.Nr == antrag.Nr - 1);
        var quelle = zeile.Art switch
        {
            Entwurfsart.AusDatei => Veroeffentlichungsquelle.Datei,
            Entwurfsart.AusProgramm => Veroeffentlichungsquelle.Programm,
            _ => inhalt is { Art: Entwurfsart.Importiert } ? Veroeffentlichungsquelle.Import : Veroeffentlichungsquelle.Editor,
        };
        var name = await namen.OfAsync(zeile.AkteurId, cancellation);
        return antrag is null
            ? new(fassung.Version, fassung.IsPublished, fassung.Since, quelle, name, zeile.Begruendung, null, null)
            : new(fassung.Version, fassung.IsPublished, fassung.Since, quelle, await namen.OfAsync(antrag.AkteurId, cancellation), antrag.Begruendung, name, zeile.Begruendung);
    }
}
