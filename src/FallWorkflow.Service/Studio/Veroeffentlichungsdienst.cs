using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// Publishing and retracting, with the row that says who, when and why in the same transaction. Where a concept wants four eyes,
/// the wish to publish is a row of the draft's history: as long as it is the latest, the draft is what was asked for. Every later
/// row makes it lapse, and of two who decide at once only one can add the next number.
/// </summary>
internal sealed class Veroeffentlichungsdienst(
    IProzessentwuerfe entwuerfe, Fassungen fassungen, Prozessverzeichnis verzeichnis, Prozesspruefung pruefung, Prozesskatalog katalog, Verwendungen verwendungen,
    Vieraugen vieraugen, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit)
{
    private const int Versuche = 8;

    /// <summary>Publishes the draft as the next version, or asks for it where a second person has to agree.</summary>
    /// <param name="gesehen">Number of the saved state that the person has seen; another one is not published. Null: whatever is the latest.</param>
    /// <exception cref="DefinitionUngueltigException">It has problems; all of them are named.</exception>
    /// <exception cref="NotFoundException">There is no such process.</exception>
    /// <exception cref="InvalidInputException">The reason is missing.</exception>
    /// <exception cref="ConflictException">Somebody else has published or changed it at the same moment.</exception>
    public async Task<Veroeffentlichung> PublishAsync(string definitionId, int? gesehen, string? grund, Akteur akteur, CancellationToken cancellation)
    {
        // The row first: what is saved after it stays open.
        var letzter = await entwuerfe.FindAsync(definitionId, cancellation);
        var bisher = await RequireAsync(definitionId, null, cancellation);
        if (bisher.IsPublished)
            return new(bisher, true, null);
        var warum = Gruende.Require(grund);
        if (gesehen is not null && gesehen != (letzter?.Nr ?? 0))
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.EntwurfGeaendert"));
        var inhalt = letzter?.Json ?? bisher.Json;
        if (await vieraugen.IsRequiredAsync(cancellation))
            return new(bisher, false, await RequestAsync(inhalt, letzter, bisher, warum, akteur, cancellation));
        var nummer = bisher.IsDraft ? bisher.Version : bisher.Version + 1;
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                await verzeichnis.PublishAsync(
                    inhalt, null,
                    async (version, abbruch) => version.Version == nummer
                        ? Vermerke.Of(version, await entwuerfe.FindAsync(definitionId, abbruch), Entwurfsart.Veroeffentlicht, akteur, warum, echtzeit.GetUtcNow(), letzter?.Nr)
                        : throw new ConflictException("Another version has been published meanwhile."),
                    cancellation);
                return new(await RequireAsync(definitionId, nummer.ToString(CultureInfo.InvariantCulture), cancellation), false, null);
            }
            catch (ConflictException)
            {
                // Somebody has saved at the same moment: their draft stays open behind this. Or this very request came twice.
                var andere = await PublishedAsync(definitionId, nummer, cancellation);
                if (andere is not null && Prozessinhalt.SameContent(Parse(andere.Json), Parse(inhalt)))
                    return new(andere, true, null);
                if (andere is not null || versuch == Versuche)
                    throw;
            }
        }
    }

    /// <summary>Publishes what was asked for.</summary>
    /// <param name="nr">Number of the row that asks.</param>
    /// <exception cref="NotFoundException">Nobody asked for this.</exception>
    /// <exception cref="RuleBrokenException">The person has asked for it, or it is decided or has lapsed.</exception>
    public async Task<Fassung> ApproveAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation)
    {
        var antrag = await RequireRequestAsync(definitionId, nr, cancellation);
        if (antrag.AkteurId == akteur.Id)
            throw new RuleBrokenException(new ZustimmungBrauchtZweitePerson());
        var warum = Gruende.Require(grund, "grund");
        if (await entwuerfe.FindAsync(definitionId, nr + 1, cancellation) is { } danach)
        {
            // Sent again after a lost answer.
            if (danach.Art == Entwurfsart.Veroeffentlicht && danach.AkteurId == akteur.Id)
                return await RequireAsync(definitionId, danach.Version.ToString(CultureInfo.InvariantCulture), cancellation);
            throw new RuleBrokenException(new VeroeffentlichungMussOffenSein());
        }

        try
        {
            var neu = await verzeichnis.PublishAsync(
                antrag.Json!, null,
                (version, _) => version.Version == antrag.Version
                    ? Task.FromResult(Vermerke.Of(version, antrag, Entwurfsart.Veroeffentlicht, akteur, warum, echtzeit.GetUtcNow(), antrag.Nr))
                    : throw new ConflictException("Another version has been published since this one was asked for."),
                cancellation);
            return await RequireAsync(definitionId, neu.Version.ToString(CultureInfo.InvariantCulture), cancellation);
        }
        catch (ConflictException)
        {
            throw new RuleBrokenException(new VeroeffentlichungMussOffenSein());
        }
    }

    /// <summary>Declines what was asked for, or takes it back if the person has asked; the draft stays.</summary>
    /// <exception cref="NotFoundException">Nobody asked for this.</exception>
    /// <exception cref="RuleBrokenException">It is decided or has lapsed.</exception>
    public async Task DeclineAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation)
    {
        var antrag = await RequireRequestAsync(definitionId, nr, cancellation);
        var warum = Gruende.Require(grund, "grund");
        if (await entwuerfe.FindAsync(definitionId, nr + 1, cancellation) is { } danach)
        {
            if (danach.Art == Entwurfsart.Abgelehnt && danach.AkteurId == akteur.Id)
                return;
            throw new RuleBrokenException(new VeroeffentlichungMussOffenSein());
        }

        try
        {
            await entwuerfe.AppendAsync(Row(definitionId, antrag, Entwurfsart.Abgelehnt, antrag.Version, antrag.Name, antrag.Json, akteur, warum), cancellation);
        }
        catch (ConflictException)
        {
            throw new RuleBrokenException(new VeroeffentlichungMussOffenSein());
        }
    }

    /// <summary>What a program or a file brings: published at once, or made the draft and asked for where a second person has to agree.</summary>
    /// <exception cref="DefinitionUngueltigException">It has problems; all of them are named.</exception>
    /// <exception cref="InvalidInputException">A second person has to agree, and the reason is missing.</exception>
    /// <exception cref="ConflictException">Somebody else has published it meanwhile.</exception>
    public async Task<(Prozessversion? Version, Entwurfsstand? Antrag)> PublishAsync(
        string json, Entwurfsart art, string? eingang, string? grund, Akteur akteur, CancellationToken cancellation)
    {
        var warum = Gruende.Check(grund, "grund");
        if (await vieraugen.IsRequiredAsync(cancellation))
        {
            var definition = pruefung.ReadOrThrow(json, katalog.AllPublished);
            var letzter = await entwuerfe.FindAsync(definition.DefinitionId, cancellation);
            var bisher = await fassungen.FindAsync(definition.DefinitionId, null, cancellation);
            var inhalt = Prozessinhalt.WithoutVersion(definition.Source);
            var version = bisher is null ? 1 : bisher.IsDraft ? bisher.Version : bisher.Version + 1;
            (inhalt["id"], inhalt["version"]) = ($"{definition.DefinitionId}:{version}", version);
            var antrag = await RequestAsync(
                inhalt.ToJsonString(Antworten.Schreibweise), letzter,
                new($"{definition.DefinitionId}:{version}", definition.DefinitionId, version, "{}", IsDraft: true, IsLatest: true, IsPublished: false, echtzeit.GetUtcNow()),
                warum ?? throw new InvalidInputException("grund", Texte.Of("Studio.GrundFehlt")), akteur, cancellation);
            return (null, antrag);
        }

        Prozessversion? versucht = null;
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                return (await verzeichnis.PublishAsync(
                    json, eingang,
                    async (version, abbruch) =>
                    {
                        versucht = version;
                        return Vermerke.Of(version, await entwuerfe.FindAsync(version.DefinitionId, abbruch), art, akteur, warum, echtzeit.GetUtcNow());
                    },
                    cancellation), null);
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // A draft was saved at the same moment; whoever has published meanwhile is not overtaken.
                if (await PublishedAsync(versucht!.DefinitionId, versucht.Version, cancellation) is not null)
                    throw;
            }
        }
    }

    /// <summary>No new instances from now on.</summary>
    /// <returns>False if it was not published.</returns>
    /// <exception cref="InvalidInputException">Others need it, or a reason is missing.</exception>
    public async Task<bool> RetractAsync(string definitionId, string? grund, Akteur akteur, CancellationToken cancellation)
    {
        await RequireAsync(definitionId, null, cancellation);
        if (await fassungen.FindAsync(definitionId, "Published", cancellation) is not { } aktuell)
            return false;
        if (definitionId == FallService.Lebenslauf)
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.Lebenslauf"));
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                await verzeichnis.RetractAsync(
                    definitionId,
                    benoetigt =>
                    {
                        if (verwendungen.Among(benoetigt, definitionId) is { Count: > 0 } andere)
                            throw new InvalidInputException("generalErrors", Texte.Of("Studio.WirdBenutzt", string.Join(", ", andere)));
                        Gruende.Require(grund);
                    },
                    async () =>
                    {
                        var letzter = await entwuerfe.FindAsync(definitionId, cancellation);
                        return Row(definitionId, letzter, Entwurfsart.Zurueckgezogen, aktuell.Version, aktuell.Name, letzter?.Json, akteur, Gruende.Require(grund));
                    },
                    cancellation);
                return true;
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // A draft was saved at the same moment; this goes behind it.
            }
        }
    }

    private async Task<Entwurfsstand> RequestAsync(string inhalt, Entwurfsstand? letzter, Fassung bisher, string warum, Akteur akteur, CancellationToken cancellation)
    {
        if (letzter is { Art: Entwurfsart.Beantragt } && letzter.Json == inhalt)
            return letzter;
        _ = pruefung.ReadOrThrow(inhalt, katalog.AllPublished);
        var version = bisher.IsDraft ? bisher.Version : bisher.Version + 1;
        var antrag = Row(bisher.DefinitionId, letzter, Entwurfsart.Beantragt, version, JsonNode.Parse(inhalt)?["name"]?.ToString() ?? bisher.DefinitionId, inhalt, akteur, warum);
        await entwuerfe.AppendAsync(antrag, cancellation);
        return antrag;
    }

    private async Task<Entwurfsstand> RequireRequestAsync(string definitionId, int nr, CancellationToken cancellation) =>
        await entwuerfe.FindAsync(definitionId, nr, cancellation) is { Art: Entwurfsart.Beantragt, Json: not null } antrag
            ? antrag : throw new NotFoundException(Texte.Of("Studio.AntragUnbekannt"));

    private async Task<Fassung?> PublishedAsync(string definitionId, int version, CancellationToken cancellation) =>
        await fassungen.FindAsync(definitionId, version.ToString(CultureInfo.InvariantCulture), cancellation) is { IsDraft: false } gefunden ? gefunden : null;

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private async Task<Fassung> RequireAsync(string definitionId, string? welche, CancellationToken cancellation) =>
        await fassungen.FindAsync(definitionId, welche, cancellation) ?? throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));

    private Entwurfsstand Row(string definitionId, Entwurfsstand? letzter, Entwurfsart art, int version, string name, string? json, Akteur akteur, string grund) => new()
    {
        DefinitionId = definitionId,
        Nr = (letzter?.Nr ?? 0) + 1,
        Art = art,
        Version = version,
        Name = name,
        Json = json,
        At = echtzeit.GetUtcNow(),
        AkteurId = akteur.Id,
        Begruendung = grund,
    };
}
