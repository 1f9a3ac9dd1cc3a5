using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages;

/// <summary>The team lead's page: what is late and whose, handovers nobody answered, access (R10), forms of contact (R51), detours (R34), changes of the contact person (R55), missing offers (R44), caseload (R84).</summary>
[Authorize(Roles = Rollen.Teamleitung)]
internal sealed class TeamModel(IAbfragen abfragen, IStammdaten stammdaten, Fallzugang zugang, Stoerungsdienst stoerungen) : Fachseite
{
    public DateOnly Heute => zugang.Heute;

    public IReadOnlyList<(string Name, IReadOnlyList<Aufgabenzeile> Zeilen)> Ueberfaellig { get; private set; } = [];

    public IReadOnlyList<Stoerungszeile> Stoerungen { get; private set; } = [];

    public Ergebnisseite<Fallzeile> Uebergaben { get; private set; } = null!;

    public Erreichungsgrad Zugang { get; private set; } = null!;

    public IReadOnlyList<Kontaktanteil> Kontakte { get; private set; } = [];

    public Umwegzahl Ziele { get; private set; } = null!;

    /// <summary>Fälle whose Fallmanager changed (R55).</summary>
    public IReadOnlyList<Wechselzahl> Wechsel { get; private set; } = [];

    public IReadOnlyList<Angebotsluecke> Luecken { get; private set; } = [];

    public IReadOnlyList<Fallzahl> Zahlen { get; private set; } = [];

    public string Von { get; private set; } = "";

    public string Bis { get; private set; } = "";

    public string? ZeitraumFehler { get; private set; }

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
        var (anfang, ende) = Period(von, bis);
        Zugang = await abfragen.ErreichungsgradAsync(buero, anfang, ende, Abbruch);
        Kontakte = await abfragen.KontaktformenAsync(buero, anfang, ende, Abbruch);
        Ziele = await abfragen.UmwegeAsync(buero, anfang, ende, Abbruch);
        Wechsel = await abfragen.WechselAsync(buero, anfang, ende, Abbruch);
        Luecken = await abfragen.AngebotslueckenAsync(buero, anfang, ende, Abbruch);
        Zahlen = await Fallzahlen.OfAsync(buero, Akteur, stammdaten, abfragen, Abbruch);
    }

    private (DateOnly Von, DateOnly Bis) Period(string? von, string? bis)
    {
        var anfang = Heute.AddYears(-1).AddDays(1);
        var ende = Heute;
        if (!string.IsNullOrWhiteSpace(von) && !Formularleser.TryReadDate(von, out anfang))
            ZeitraumFehler = Formulartexte.Of("Fehler.Datum");
        if (!string.IsNullOrWhiteSpace(bis) && !Formularleser.TryReadDate(bis, out ende))
            ZeitraumFehler = Formulartexte.Of("Fehler.Datum");
        if (ZeitraumFehler is null && ende < anfang)
            ZeitraumFehler = Seitentexte.T("Team.ZeitraumVerkehrt");
        Von = von ?? Formularwerte.Show(anfang);
        Bis = bis ?? Formularwerte.Show(ende);
        return ZeitraumFehler is null ? (anfang, ende) : (Heute.AddYears(-1).AddDays(1), Heute);
    }
}
