using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// What process designers do to definitions. Every saving is a row of its own; saving the same again adds none, so that a
/// repeated request changes nothing. Published versions never change: editing one begins a draft of the next.
/// </summary>
internal sealed class Entwurfsdienst(
    IProzessentwuerfe entwuerfe, Fassungen fassungen, Editorform form, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit)
{
    private const int Versuche = 8;

    /// <summary>Saves a draft; without <c>definitionId</c> it is a new process.</summary>
    /// <exception cref="InvalidInputException">It is no definition.</exception>
    public Task<Fassung> SaveAsync(JsonObject gesendet, Akteur akteur, Entwurfsart art, CancellationToken cancellation) => SaveAsync(gesendet, akteur, art, null, cancellation);

    private async Task<Fassung> SaveAsync(JsonObject gesendet, Akteur akteur, Entwurfsart art, string? grund, CancellationToken cancellation)
    {
        var definitionId = gesendet.Text("definitionId") is { Length: > 0 } genannt ? genannt : await NewIdAsync(gesendet, cancellation);
        if (!Prozesskennung.IsAllowed(definitionId))
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.Kennung", definitionId));
        for (var versuch = 1; ; versuch++)
        {
            var letzter = await entwuerfe.FindAsync(definitionId, cancellation);
            var bisher = await fassungen.FindAsync(definitionId, null, cancellation);
            var version = bisher is null ? 1 : bisher.IsDraft ? bisher.Version : bisher.Version + 1;
            // What is set back is that state and nothing else.
            var json = Translate(gesendet, definitionId, version, art == Entwurfsart.Zurueckgesetzt ? null : bisher?.Json);
            if (bisher is not null && Same(bisher.Json, json))
                return bisher;
            try
            {
                await AppendAsync(letzter, art, version, Name(json), json, definitionId, akteur, grund, cancellation);
                return (await fassungen.FindAsync(definitionId, null, cancellation))!;
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Somebody else has saved at the same moment; the later one wins and the earlier one stays in the rows.
            }
        }
    }

    /// <summary>Drops a process that was never published; its drafts stay in the rows.</summary>
    /// <exception cref="InvalidInputException">A version of it was published.</exception>
    public async Task DeleteAsync(string definitionId, Akteur akteur, CancellationToken cancellation)
    {
        var alle = await fassungen.OfAsync(definitionId, cancellation);
        if (alle.Count == 0)
            throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
        if (alle.Any(f => !f.IsDraft))
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.WarVeroeffentlicht", alle[0].Name));
        await DropAsync(alle[0], null, akteur, cancellation);
    }

    /// <summary>Drops a draft; a published version stays.</summary>
    /// <exception cref="InvalidInputException">The version is published.</exception>
    public async Task DeleteVersionAsync(string id, Akteur akteur, CancellationToken cancellation)
    {
        var fassung = await fassungen.FindByIdAsync(id, cancellation) ?? throw new NotFoundException(Texte.Of("Studio.VersionUnbekannt"));
        if (!fassung.IsDraft)
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.VersionBleibt"));
        await DropAsync(fassung, null, akteur, cancellation);
    }

    /// <summary>An earlier version becomes the draft.</summary>
    public async Task<Fassung> RevertAsync(string definitionId, int version, Akteur akteur, CancellationToken cancellation)
    {
        var frueher = await RequireAsync(definitionId, version.ToString(CultureInfo.InvariantCulture), cancellation);
        return await SaveAsync(JsonNode.Parse(frueher.Json)!.AsObject(), akteur, Entwurfsart.Zurueckgesetzt, cancellation);
    }

    /// <summary>An earlier saved state becomes the draft; the one that it was stays in the rows.</summary>
    /// <exception cref="NotFoundException">There is no such state.</exception>
    public async Task<Fassung> RestoreAsync(string definitionId, int nr, Akteur akteur, CancellationToken cancellation)
    {
        if (await entwuerfe.FindAsync(definitionId, nr, cancellation) is not { Json: { } json })
            throw new NotFoundException(Texte.Of("Studio.StandUnbekannt"));
        return await SaveAsync(JsonNode.Parse(json)!.AsObject(), akteur, Entwurfsart.Zurueckgesetzt, Texte.Of("Studio.StandWiederhergestellt", nr), cancellation);
    }

    /// <summary>Drops the draft of a process; a published version holds again.</summary>
    /// <exception cref="NotFoundException">There is no draft.</exception>
    /// <exception cref="InvalidInputException">The reason is too long.</exception>
    public async Task DropAsync(string definitionId, string? grund, Akteur akteur, CancellationToken cancellation)
    {
        var entwurf = await fassungen.FindAsync(definitionId, "Draft", cancellation) ?? throw new NotFoundException(Texte.Of("Studio.OhneEntwurf"));
        await DropAsync(entwurf, Gruende.Check(grund, "grund"), akteur, cancellation);
    }

    public async Task<bool> IsNameUniqueAsync(string name, string? definitionId, CancellationToken cancellation) =>
        (await fassungen.ListAsync(null, cancellation)).All(f => f.DefinitionId == definitionId || !f.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    public async Task<Fassung> RequireAsync(string definitionId, string? welche, CancellationToken cancellation) =>
        await fassungen.FindAsync(definitionId, welche, cancellation) ?? throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));

    private Task DropAsync(Fassung fassung, string? grund, Akteur akteur, CancellationToken cancellation) =>
        RepeatAsync(async () => await AppendAsync(
            await entwuerfe.FindAsync(fassung.DefinitionId, cancellation), Entwurfsart.Verworfen, fassung.Version, fassung.Name, null, fassung.DefinitionId, akteur, grund, cancellation));

    private static async Task RepeatAsync(Func<Task> tun)
    {
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                await tun();
                return;
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Another row came first; this one goes behind it.
            }
        }
    }

    private Task AppendAsync(
        Entwurfsstand? letzter, Entwurfsart art, int version, string name, string? json, string definitionId, Akteur akteur, string? grund, CancellationToken cancellation) =>
        entwuerfe.AppendAsync(
            new Entwurfsstand
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
            },
            cancellation);

    private string Translate(JsonObject gesendet, string definitionId, int version, string? bisher)
    {
        try
        {
            var json = Editorform.FromEditor(gesendet, definitionId, version, bisher, echtzeit.GetUtcNow());
            // What could not be opened again is not taken in.
            _ = form.ToEditor(json);
            return json;
        }
        catch (Exception e) when (e is DefinitionFormatException or InvalidOperationException or FormatException or ArgumentException)
        {
            // Values of another kind than their field has, as other programs or people may write them.
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", e.Message));
        }
    }

    /// <summary>An id that can be read, from the name. Sent again after a lost answer, the same definition finds its first trace.</summary>
    private async Task<string> NewIdAsync(JsonObject gesendet, CancellationToken cancellation)
    {
        if (gesendet.Text("name")?.Trim() is not { Length: > 0 } name)
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.OhneName"));
        var wort = Slug(name);
        for (var nr = 1; ; nr++)
        {
            var id = nr == 1 ? wort : $"{wort}-{nr}";
            if (!Prozesskennung.IsAllowed(id))
                continue;
            var letzter = await entwuerfe.FindAsync(id, cancellation);
            var vorhanden = await fassungen.FindAsync(id, null, cancellation);
            if (letzter is null && vorhanden is null)
                return id;
            if (vorhanden is { IsDraft: true } && letzter?.Nr == 1 && Same(vorhanden.Json, Translate(gesendet, id, 1, vorhanden.Json)))
                return id;
        }
    }

    /// <summary>Small letters, digits and hyphens.</summary>
    internal static string Slug(string name)
    {
        var text = name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        var wort = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                wort.Append(c);
            else if (wort.Length > 0 && wort[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                wort.Append('-');
        }

        var ergebnis = wort.ToString().Trim('-');
        return ergebnis.Length == 0 ? "prozess" : ergebnis[..Math.Min(ergebnis.Length, 80)];
    }

    private static bool Same(string a, string b) => Prozessinhalt.SameContent(Comparable(a), Comparable(b));

    // What is empty, or switched off, is said by that or by nothing, in the definition, in its flow and in lines without bends; the editor always writes something.
    private static JsonObject Comparable(string json)
    {
        var definition = JsonNode.Parse(json)!.AsObject();
        RemoveEmpty(definition);
        RemoveEmpty(definition["root"]!.AsObject());
        foreach (var linie in Felder.All(definition["root"]!.AsObject()).SelectMany(s => s["connections"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (linie["vertices"] is JsonArray { Count: 0 })
                linie.Remove("vertices");
        }

        return definition;
    }

    private static void RemoveEmpty(JsonObject teil)
    {
        foreach (var (name, wert) in teil.ToList())
        {
            if (name is "options" or "customProperties" && wert is JsonObject schalter)
            {
                foreach (var aus in schalter.Where(s => s.Value?.GetValueKind() is JsonValueKind.False or JsonValueKind.Null).ToList())
                    schalter.Remove(aus.Key);
            }

            if (wert is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || teil.Text(name) is "")
                teil.Remove(name);
        }
    }

    private static string Name(string json) => JsonNode.Parse(json)?["name"]?.ToString() ?? "";
}
