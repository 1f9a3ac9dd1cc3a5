using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages;

/// <summary>My tasks: what is late or due today first, then by date; what a pause holds comes last.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class IndexModel(IAbfragen abfragen, Fallzugang zugang) : Fachseite
{
    public DateOnly Heute { get; private set; }

    public int Anzahl { get; private set; }

    public string? Erledigt { get; private set; }

    public IReadOnlyList<(string Titel, IReadOnlyList<Aufgabenzeile> Zeilen)> Abschnitte { get; private set; } = [];

    public async Task OnGetAsync(string? erledigt)
    {
        Heute = zugang.Heute;
        Erledigt = erledigt is null ? null : Seitentexte.T("Aufgaben.Erledigt");
        var alle = await abfragen.MeineAufgabenAsync(Akteur, Heute, cancellation: Abbruch);
        await zugang.LogListAsync(Akteur, "Aufgabenliste", Abbruch);
        Anzahl = alle.Count;
        var offen = alle.Where(a => !a.Ruht).OrderBy(a => a.FaelligAm ?? DateOnly.MaxValue).ToList();
        Abschnitte =
        [
            .. new (string, IReadOnlyList<Aufgabenzeile>)[]
            {
                ("Ueberfaellig", [.. offen.Where(a => a.IstUeberfaellig)]),
                ("HeuteFaellig", [.. offen.Where(a => !a.IstUeberfaellig && a.FaelligAm == Heute)]),
                ("Demnaechst", [.. offen.Where(a => !a.IstUeberfaellig && a.FaelligAm > Heute)]),
                ("OhneFrist", [.. offen.Where(a => a.FaelligAm is null)]),
                ("Ruhend", [.. alle.Where(a => a.Ruht)]),
            }.Where(a => a.Item2.Count > 0),
        ];
    }
}
