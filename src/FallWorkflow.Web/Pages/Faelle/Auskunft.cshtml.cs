using System.Collections;
using System.Globalization;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The copy of everything stored about a person, to be printed and handed over; that it was shown is in the read log.</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung},{Rollen.Datenschutz}")]
internal sealed class AuskunftModel(Auskunftserteilung erteilung, Fallzugang zugang, Formularablauf ablauf) : Fachseite
{
    public Fallauskunft Auskunft { get; private set; } = null!;

    /// <summary>The entries of the Akte, oldest first, each with what was recorded.</summary>
    public IReadOnlyList<Zeitpunkt> Eintraege { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        // Looked up first: its own line in the read log belongs into the copy.
        var blick = await zugang.ReadAsync(id, Akteur, "Auskunft", Abbruch);
        Auskunft = await erteilung.IssueAsync(id, Akteur, Abbruch);
        var kontext = (await ablauf.ContextAsync(Akteur, blick, [], Abbruch)) with { NeueKennung = () => "" };
        Eintraege = [.. Zeitleiste.Build(Auskunft.Fall, [], kontext, name => name).OrderBy(z => z.Eintrag!.Nr)];
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
