using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Stoerungen;

/// <summary>One stopped process: the cause, and retry, skip or end with a reason.</summary>
[Authorize(Roles = Rollengruppen.Reparierende)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class StoerungModel(Stoerungsdienst dienst) : Fachseite
{
    /// <summary>Prefix of the fields that hold a step's values.</summary>
    public const string Wert = "wert.";

    public Stoerungszeile? Stoerung { get; private set; }

    public string Schluessel { get; private set; } = Guid.NewGuid().ToString("N");

    public Eingaben Eingaben { get; private set; } = new();

    public string? Meldung { get; private set; }

    public async Task OnGetAsync(string id) => Stoerung = await dienst.FindAsync(id, Akteur, Abbruch);

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        Eingaben = Eingaben.Of(Request.Form);
        Schluessel = Eingaben[Rahmenfelder.Schluessel] ?? Schluessel;
        if (!Eingaben.Has(BringtEingabenZurueckAttribute.Feld) && await RunAsync(id))
            return LocalRedirect("/stoerungen?behoben=true");
        try
        {
            Stoerung = await dienst.FindAsync(id, Akteur, Abbruch);
        }
        catch (Exception e) when (Meldung is not null && e is StoreUnavailableException or NotFoundException)
        {
            // The page still says what went wrong and shows what was typed.
        }

        return Page();
    }

    private async Task<bool> RunAsync(string id)
    {
        if (!Enum.TryParse<Behebung>(Eingaben["art"], out var art))
            return Fail(StatusCodes.Status400BadRequest, Seitentexte.T("Stoerungen.OhneArt"));
        var ausfuehrung = Eingaben["ausfuehrung"] is { Length: > 0 } genannt ? genannt : null;
        var werte = new JsonObject();
        foreach (var name in Stoerungsfelder.Werte(Request.Form, Wert))
            werte[name] = Eingaben[Wert + name];
        try
        {
            await dienst.RunAsync(
                new(id, art, (Eingaben["begruendung"] ?? "").Replace("\r\n", "\n", StringComparison.Ordinal), ausfuehrung,
                    art == Behebung.Ueberspringen ? Eingaben["ausgang"] : null, art == Behebung.Ueberspringen && werte.Count > 0 ? werte : null, Schluessel),
                Akteur, Abbruch);
            return true;
        }
        catch (InvalidInputException e)
        {
            return Fail(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (RuleBrokenException e)
        {
            return Fail(StatusCodes.Status409Conflict, e.Message);
        }
        catch (ConflictException)
        {
            return Fail(StatusCodes.Status409Conflict, Seitentexte.T("Formular.Konflikt"));
        }
        catch (StoreUnavailableException)
        {
            Response.Headers.RetryAfter = "5";
            return Fail(StatusCodes.Status503ServiceUnavailable, Seitentexte.T("Formular.Speicher"));
        }
    }

    private bool Fail(int status, string meldung)
    {
        Response.StatusCode = status;
        Meldung = meldung;
        return false;
    }
}

/// <summary>Which values of a skipped step were filled in.</summary>
internal static class Stoerungsfelder
{
    public static IEnumerable<string> Werte(IFormCollection form, string vorsatz) => form
        .Where(f => f.Key.StartsWith(vorsatz, StringComparison.Ordinal) && !string.IsNullOrEmpty(f.Value))
        .Select(f => f.Key[vorsatz.Length..]);
}
