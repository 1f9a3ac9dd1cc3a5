using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Stoerungen;

/// <summary>Processes that stand still because a step failed; for team leads and process designers.</summary>
[Authorize(Roles = Rollengruppen.Reparierende)]
internal sealed class ListeModel(Stoerungsdienst dienst, Fallzugang zugang) : Fachseite
{
    public IReadOnlyList<Stoerungszeile> Zeilen { get; private set; } = [];

    public IReadOnlyList<Wiederholungszeile> Wiederholungen { get; private set; } = [];

    public bool Behoben { get; private set; }

    public async Task OnGetAsync(bool behoben)
    {
        Behoben = behoben;
        await zugang.LogListAsync(Akteur, "Störungen", Abbruch);
        Zeilen = await dienst.ListAsync(Akteur, Abbruch);
        Wiederholungen = await dienst.WaitingAsync(Akteur, Abbruch);
    }
}
