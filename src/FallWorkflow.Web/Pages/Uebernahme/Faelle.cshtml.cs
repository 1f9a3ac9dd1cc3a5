using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Uebernahme;

/// <summary>
/// The team lead takes over running Fälle from a file: first every line is checked, then the same file is taken over. Between the
/// two the file stays in the page and nowhere else; a page that is sent again changes nothing.
/// </summary>
[Authorize(Roles = Rollen.Teamleitung)]
internal sealed class FaelleModel(Falluebernahme uebernahme) : Fachseite
{
    /// <summary>What became of the file; null before one was sent, or if it cannot be used.</summary>
    public Uebernahmebericht? Bericht { get; private set; }

    /// <summary>Why the file as a whole cannot be used.</summary>
    public IReadOnlyList<Eingabefehler> Fehler { get; private set; } = [];

    /// <summary>The checked file, to be taken over.</summary>
    public string? Inhalt { get; private set; }

    public IActionResult OnGetVorlage() => File(Uebernahmeliste.Template(), Csv.ContentType, "laufende-faelle.csv");

    public async Task<IActionResult> OnPostAsync(IFormFile? datei, string? inhalt, string? schritt)
    {
        try
        {
            var bytes = await ReadAsync(datei, inhalt);
            Bericht = await uebernahme.RunAsync(bytes, schritt != "uebernehmen", Akteur, Abbruch);
            if (schritt == "liste")
                return File(Uebernahmeliste.Write(Bericht), Csv.ContentType, "uebernahme.csv");
            Inhalt = Convert.ToBase64String(bytes);
            return Page();
        }
        catch (InvalidInputException e)
        {
            Fehler = e.Fehler;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    private async Task<byte[]> ReadAsync(IFormFile? datei, string? inhalt)
    {
        if (datei is { Length: > 0 })
        {
            using var speicher = new MemoryStream();
            await datei.CopyToAsync(speicher, Abbruch);
            return speicher.ToArray();
        }

        var bytes = new byte[(inhalt?.Length ?? 0) * 3 / 4];
        return inhalt is { Length: > 0 } && Convert.TryFromBase64String(inhalt, bytes, out var n)
            ? bytes[..n]
            : throw new InvalidInputException("datei", Application.Texte.Of("Uebernahme.DateiFehlt"));
    }
}
