using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The Fälle that a person may see; the team lead sees the office's.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class ListeModel(IAbfragen abfragen, Fallzugang zugang) : Fachseite
{
    private const int Groesse = 25;

    public string Text { get; private set; } = "";

    public Fallstatus? Status { get; private set; }

    public Phase? Phase { get; private set; }

    public int Nummer { get; private set; } = 1;

    public DateOnly Heute => zugang.Heute;

    public Ergebnisseite<Fallzeile> Seite { get; private set; } = null!;

    public int Seiten => (Seite.Gesamt + Groesse - 1) / Groesse;

    public async Task OnGetAsync(string? text, string? status, string? phase, int seite = 1)
    {
        Text = text is { Length: > 200 } ? text[..200] : text ?? "";
        Status = Enum.TryParse<Fallstatus>(status, out var s) && Enum.IsDefined(s) ? s : null;
        Phase = Enum.TryParse<Phase>(phase, out var p) && Enum.IsDefined(p) ? p : null;
        Nummer = Math.Clamp(seite, 1, 100_000);
        Seite = await abfragen.FaelleAsync(
            Akteur, new(Status: Status, Phase: Phase, Text: Text.Length == 0 ? null : Text.Trim(), Seite: Nummer, Groesse: Groesse), Abbruch);
        await zugang.LogListAsync(Akteur, "Fallliste", Abbruch);
    }

    public string UrlOf(int seite) => "/faelle" + QueryString.Create(
    [
        KeyValuePair.Create<string, string?>("text", Text),
        KeyValuePair.Create("status", Status?.ToString()),
        KeyValuePair.Create("phase", Phase?.ToString()),
        KeyValuePair.Create<string, string?>("seite", seite.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ]);
}
