using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages;

/// <summary>The team lead's page: what is late and whose, handovers nobody answered, access (R10), forms of contact (R51), detours (R34), changes of the contact person (R55), missing offers (R44), entries and exits (R82), caseload (R84), satisfaction (R80).</summary>
[Authorize(Roles = Rollen.Teamleitung)]
internal sealed class TeamModel(
    IAbfragen abfragen, Auswertungsdienst auswertungen, Befragungsdienst befragungen, Fallzugang zugang, Stoerungsdienst stoerungen) : Fachseite
{
    public DateOnly Heute => zugang.Heute;

    public IReadOnlyList<(string Name, IReadOnlyList<Aufgabenzeile> Zeilen)> Ueberfaellig { get; private set; } = [];

    public IReadOnlyList<Stoerungszeile> Stoerungen { get; private set; } = [];

    public Fallliste Uebergaben { get; private set; } = null!;

    public Erreichungsgrad Zugang { get; private set; } = null!;

    public IReadOnlyList<Kontaktanteil> Kontakte { get; private set; } = [];

    public Umwegzahl Ziele { get; private set; } = null!;

    /// <summary>Fälle whose Fallmanager changed (R55).</summary>
    public IReadOnlyList<Wechselzahl> Wechsel { get; private set; } = [];

    public IReadOnlyList<Angebotsluecke> Luecken { get; private set; } = [];

    public Fallzahlbericht Zahlen { get; private set; } = null!;

    public Bestandszahlen Bestand { get; private set; } = null!;

    public Befragungssumme Befragung { get; private set; } = null!;

    public Zeitraum Zeitraum { get; private set; } = null!;

    public async Task OnGetAsync(string? von, string? bis)
    {
        var buero = Akteur.BueroId ?? "";
        await zugang.LogListAsync(Akteur, "Teamübersicht", Abbruch);
        var aufgaben = await abfragen.AufgabenDesBuerosAsync(buero, Heute, cancellation: Abbruch);
        Ueberfaellig =
        [
            .. aufgaben.Where(a => a.IstUeberfaellig && !a.Ruht)
                .GroupBy(a => a.ZustaendigName ?? Seitentexte.T("Team.Niemand", Application.Texte.Of($"Rolle.{a.Rolle}")))
                .OrderByDescending(g => g.Count())
                .Select(g => (g.Key, (IReadOnlyList<Aufgabenzeile>)[.. g.OrderBy(a => a.FaelligAm)])),
        ];
        Stoerungen = await stoerungen.ListAsync(Akteur, Abbruch);
        Uebergaben = await abfragen.FaelleAsync(Akteur, new(buero, Status: Fallstatus.Angefragt, Phase: Phase.Uebergabe, Groesse: 200), Abbruch);
        Zeitraum = Zeitraum.Of(von, bis, Heute);
        var (anfang, ende) = (Zeitraum.Von, Zeitraum.Bis);
        Zugang = await abfragen.ErreichungsgradAsync(buero, anfang, ende, cancellation: Abbruch);
        Kontakte = await abfragen.KontaktformenAsync(buero, anfang, ende, cancellation: Abbruch);
        Ziele = await abfragen.UmwegeAsync(buero, anfang, ende, cancellation: Abbruch);
        Wechsel = await abfragen.WechselAsync(buero, anfang, ende, cancellation: Abbruch);
        Luecken = await abfragen.AngebotslueckenAsync(buero, anfang, ende, cancellation: Abbruch);
        var bereich = new Statistikbereich(buero, null, anfang, ende);
        Zahlen = await auswertungen.FallzahlenAsync(bereich, Abbruch);
        Bestand = await auswertungen.BestandAsync(bereich, Abbruch);
        Befragung = await befragungen.SumAsync(buero, anfang, ende, Abbruch);
    }
}
