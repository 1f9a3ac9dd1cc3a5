using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Traeger;

/// <summary>A partner's referrals, with nothing of the Fall but what was released (R57, R89).</summary>
[Authorize(Roles = Rollen.Traeger)]
internal sealed class ListeModel(IAbfragen abfragen, IStammdaten stammdaten, Fallzugang zugang) : Fachseite
{
    public string Name { get; private set; } = "";

    public string? Festgehalten { get; private set; }

    public IReadOnlyList<(string Titel, IReadOnlyList<Zuweisungszeile> Zeilen)> Abschnitte { get; private set; } = [];

    public async Task OnGetAsync(string? festgehalten)
    {
        var traegerId = Akteur.TraegerId ?? "";
        Name = (await stammdaten.FindTraegerAsync(traegerId, Abbruch))?.Name ?? traegerId;
        Festgehalten = festgehalten is not null && TatsachenKatalog.Find(festgehalten) is not null
            ? Seitentexte.T("Fall.Festgehalten", Formulartexte.Titel(festgehalten)) : null;
        var alle = await abfragen.ZuweisungenAsync(traegerId, cancellation: Abbruch);
        await zugang.LogListAsync(Akteur, "Zuweisungen des Trägers", Abbruch);
        Abschnitte =
        [
            ("Offen", [.. alle.Where(IsWaiting).OrderBy(z => z.AntwortBis)]),
            ("Laufend", [.. alle.Where(z => z.Stand is Zuweisungsstand.Angenommen or Zuweisungsstand.Begonnen)]),
            ("Erledigt", [.. alle.Where(z => !IsWaiting(z) && z.Stand is not (Zuweisungsstand.Angenommen or Zuweisungsstand.Begonnen))]),
        ];
    }

    public bool IsWaiting(Zuweisungszeile zeile) => zeile.Stand is Zuweisungsstand.Gesendet or Zuweisungsstand.Rueckfrage;

    public bool IsLate(Zuweisungszeile zeile) => IsWaiting(zeile) && zeile.AntwortBis < zugang.Heute;
}
