using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Web.Auskunft;

/// <summary>Puts a copy into plain German, for the page and the API alike.</summary>
internal sealed class Auskunftstext(IStammdaten stammdaten)
{
    /// <summary>All of an issued copy.</summary>
    public async Task<Auskunftsansicht> ViewAsync(Fallauskunft auskunft, IZugriffsprotokoll protokoll, CancellationToken cancellation)
    {
        var namen = await NamesAsync(cancellation);
        return new(
            auskunft,
            await ReadAsync(auskunft, cancellation),
            await ProcessingAsync(auskunft, cancellation),
            auskunft.Erteilt.IstAnteil ? [] : [.. (await protokoll.OfFallAsync(auskunft.Fall.Id, int.MaxValue, cancellation)).Where(z => z.At <= auskunft.Erste.ErfasstAm)],
            id => namen.GetValueOrDefault(id, id));
    }

    public async Task<IReadOnlyList<Klartexteintrag>> ReadAsync(Fallauskunft auskunft, CancellationToken cancellation)
    {
        var namen = await NamesAsync(cancellation);
        return new Klartext(auskunft.Fall, namen.GetValueOrDefault, auskunft.Schwaerzung, auskunft.Erteilt.MitgliedId).Read(auskunft.Eintraege);
    }

    /// <summary>What is said beside the data.</summary>
    public async Task<IReadOnlyList<Verarbeitungsangabe>> ProcessingAsync(Fallauskunft auskunft, CancellationToken cancellation) =>
        new Verarbeitungsangaben(auskunft, (await NamesAsync(cancellation)).GetValueOrDefault).Read();

    /// <summary>Names of people and partners by the ids with which the Akte names them.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(CancellationToken cancellation)
    {
        var namen = (await stammdaten.BenutzerAsync(cancellation: cancellation)).ToDictionary(b => b.Id, b => b.Name);
        foreach (var traeger in await stammdaten.TraegerAsync(cancellation))
            namen[$"traeger:{traeger.Id}"] = namen[traeger.Id] = traeger.Name;
        return namen;
    }
}
