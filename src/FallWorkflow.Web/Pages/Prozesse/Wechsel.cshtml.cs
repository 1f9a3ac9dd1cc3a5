using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>One ordered move: how far it is, what became of each Fall, stop, go on, take back. Renews itself while it runs.</summary>
[Authorize(Roles = Rollen.Prozessgestalter)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class WechselModel(Wechseldienst dienst, IProzessversionen versionen, IStammdaten stammdaten, Fallzugang zugang) : Fachseite
{
    private const int Groesse = 50;

    public string Id { get; private set; } = "";

    public string Prozess { get; private set; } = "";

    public Wechselstatus Status { get; private set; } = null!;

    public Ergebnisseite<Wechselfall> Faelle { get; private set; } = null!;

    /// <summary>Only Fälle in this state; null: all.</summary>
    public Wechselstand? Stand { get; private set; }

    public IReadOnlyDictionary<string, string> Namen { get; private set; } = new Dictionary<string, string>();

    public Eingaben Eingaben { get; private set; } = new();

    public string? Meldung { get; private set; }

    /// <summary>The page renewed itself while the move runs: it shows how far that is, and nothing out of the Fälle.</summary>
    public bool Erneut { get; private set; }

    public Task OnGetAsync(string id, Guid wechsel, Wechselstand? stand, int seite = 1) => ShowAsync(id, wechsel, stand, seite);

    public async Task<IActionResult> OnPostAsync(string id, Guid wechsel, Wechselstand? stand, int seite = 1)
    {
        Eingaben = Eingaben.Of(Request.Form);
        if (!Eingaben.Has(BringtEingabenZurueckAttribute.Feld) && await RunAsync(id, wechsel))
            return LocalRedirect($"/prozesse/{Uri.EscapeDataString(id)}/auswirkung/{wechsel}");
        await ShowAsync(id, wechsel, stand, seite);
        return Page();
    }

    public string Name(string? akteurId) => akteurId is null ? "–" : Namen.GetValueOrDefault(akteurId, akteurId);

    private async Task<bool> RunAsync(string id, Guid wechsel)
    {
        try
        {
            switch (Eingaben["tun"])
            {
                case "anhalten":
                    await dienst.StopAsync(id, wechsel, Akteur, Abbruch);
                    return true;
                case "fortsetzen":
                    await dienst.ResumeAsync(id, wechsel, Akteur, Abbruch);
                    return true;
                case "alle":
                    await dienst.UndoAsync(id, wechsel, null, Grund, Akteur, Abbruch);
                    return true;
                case "gewaehlte":
                    var faelle = Eingaben.Alle("fall").Select(f => Guid.TryParse(f, out var fallId) ? fallId : Guid.Empty).Where(f => f != Guid.Empty).ToList();
                    if (faelle.Count == 0)
                        throw new InvalidInputException("faelle", Application.Texte.Of("Umzug.KeineFaelle"));
                    await dienst.UndoAsync(id, wechsel, faelle, Grund, Akteur, Abbruch);
                    return true;
                default:
                    return false;
            }
        }
        catch (InvalidInputException e)
        {
            return Fail(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (StoreUnavailableException)
        {
            Response.Headers.RetryAfter = "5";
            return Fail(StatusCodes.Status503ServiceUnavailable, Seitentexte.T("Formular.Speicher"));
        }
    }

    private string Grund => (Eingaben["grund"] ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);

    private async Task ShowAsync(string id, Guid wechsel, Wechselstand? stand, int seite)
    {
        (Id, Stand) = (id, stand);
        Status = await dienst.FindAsync(id, wechsel, Akteur, Abbruch);
        Prozess = await versionen.VersionsOfAsync(id, Abbruch) is [var neueste, ..] ? Prozessname.Of(neueste.Json, id) : id;
        // A page that renews itself is one reading, not one every two seconds; what a move reads and changes is logged with it, Fall by Fall.
        Erneut = Status.Laeuft && Request.Query["erneut"] == "ja";
        if (!Erneut)
            await zugang.LogListAsync(Akteur, "Versionswechsel", Abbruch);
        Faelle = await dienst.FaelleAsync(id, wechsel, stand, seite, Groesse, Akteur, Abbruch);
        Dictionary<string, string> namen = new(StringComparer.Ordinal);
        foreach (var person in Faelle.Zeilen.Select(f => f.RuecknahmeVon).Append(Status.Wechsel.AkteurId).Append(Status.Wechsel.AngehaltenVon).OfType<string>().Distinct())
        {
            if (await stammdaten.FindBenutzerAsync(person, Abbruch) is { } benutzer)
                namen[person] = benutzer.Name;
        }

        Namen = namen;
    }

    private bool Fail(int status, string meldung)
    {
        Response.StatusCode = status;
        Meldung = meldung;
        return false;
    }
}
