using System.Collections;
using System.Globalization;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>An issued copy of everything stored about a person, in plain German, to be printed and handed over (R25).</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung},{Rollen.Datenschutz}")]
internal sealed class AuskunftModel(Auskunftserteilung erteilung, Auskunftstext text, IZugriffsprotokoll protokoll) : Fachseite
{
    public Fallauskunft Auskunft { get; private set; } = null!;

    /// <summary>The entries of the Akte, oldest first, each with what was recorded.</summary>
    public IReadOnlyList<Klartexteintrag> Eintraege { get; private set; } = [];

    /// <summary>What for, whence, to whom, how long.</summary>
    public IReadOnlyList<Verarbeitungsangabe> Verarbeitung { get; private set; } = [];

    /// <summary>Who read the record or got something of it until then, newest first.</summary>
    public IReadOnlyList<Zugriffsereignis> Zugriffe { get; private set; } = [];

    private Dictionary<string, string> _namen = [];

    public string NameOf(string id) => _namen.GetValueOrDefault(id, id);

    public async Task OnGetAsync(Guid id, Guid eintrag)
    {
        Auskunft = await erteilung.ReadAsync(id, eintrag, Akteur, Abbruch);
        Eintraege = await text.ReadAsync(Auskunft, Abbruch);
        Verarbeitung = await text.ProcessingAsync(Auskunft, Abbruch);
        _namen = await text.NamesAsync(Abbruch);
        if (!Auskunft.Erteilt.IstAnteil)
            Zugriffe = [.. (await protokoll.OfFallAsync(id, int.MaxValue, Abbruch)).Where(z => z.At <= Auskunft.Erste.ErfasstAm)];
    }

    /// <summary>A stored value as text; empty ones are left out of the page.</summary>
    public static string? Show(object? wert) => wert switch
    {
        null or "" or "{}" => null,
        DateTimeOffset at => $"{Ortszeit.DateOf(at):dd.MM.yyyy} {Ortszeit.TimeOf(at):HH\\:mm}",
        DateOnly tag => tag.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        bool ja => Seitentexte.T(ja ? "Auskunft.Ja" : "Auskunft.Nein"),
        string text => text,
        IEnumerable liste => string.Join(", ", liste.Cast<object?>().Select(Show)),
        IFormattable zahl => zahl.ToString(null, CultureInfo.GetCultureInfo("de-DE")),
        _ => wert.ToString(),
    };
}
