using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The Fälle that a person may see; the team lead sees the office's. What is looked for stands in the address.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class ListeModel(IAbfragen abfragen, IStammdaten stammdaten, Fallzugang zugang, Fortsetzungen fortsetzungen) : Fachseite
{
    /// <summary>Stands for Fälle that nobody has; nobody is called that.</summary>
    public const string Ohne = "-";

    private const int Groesse = 25;

    [FromQuery(Name = "text")]
    public string? Text { get; set; }

    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    [FromQuery(Name = "phase")]
    public string? Phase { get; set; }

    [FromQuery(Name = "bedarf")]
    public string? Bedarf { get; set; }

    [FromQuery(Name = "fallmanager")]
    public string? Fallmanager { get; set; }

    [FromQuery(Name = "ueberfaellig")]
    public string? Ueberfaellig { get; set; }

    [FromQuery(Name = "faelligBis")]
    public string? FaelligBis { get; set; }

    [FromQuery(Name = "folge")]
    public string? Folge { get; set; }

    [FromQuery(Name = "fortsetzung")]
    public string? Fortsetzung { get; set; }

    public DateOnly Heute => zugang.Heute;

    public Fallfilter Filter { get; private set; } = new(Groesse: Groesse);

    /// <summary>What was not understood and therefore left out, by field.</summary>
    public IReadOnlyDictionary<string, string> Fehler => _fehler;

    public Fallliste Liste { get; private set; } = null!;

    /// <summary>Whom Fälle can belong to, where the person sees those of others.</summary>
    public IReadOnlyList<Benutzer> Personen { get; private set; } = [];

    public bool IstGefiltert => Filter with { Ab = null, Folge = Fallfolge.Nummer } != new Fallfilter(Groesse: Groesse);

    private readonly Dictionary<string, string> _fehler = [];

    public async Task OnGetAsync()
    {
        if (Akteur.Rolle is Rollen.Teamleitung or Rollen.Datenschutz)
            Personen = await stammdaten.BenutzerAsync(Akteur.Rolle == Rollen.Teamleitung ? Akteur.BueroId : null, Rollen.Fallmanager, Abbruch);
        Filter = ReadFilter();
        foreach (var fehler in Filter.Validate())
        {
            _fehler.TryAdd(fehler.Feld, fehler.Meldung);
            Filter = fehler.Feld == "text" ? Filter with { Text = null } : Filter;
        }

        if (!string.IsNullOrEmpty(Fortsetzung))
        {
            Filter = Filter with { Ab = fortsetzungen.Read(Fortsetzung, Filter, Akteur) };
            if (Filter.Ab is null)
                _fehler.TryAdd("fortsetzung", Seitentexte.T("Faelle.FortsetzungUngueltig"));
        }

        Liste = await abfragen.FaelleAsync(Akteur, Filter, Abbruch);
        await zugang.LogListAsync(Akteur, "Fallliste", Abbruch);
    }

    /// <summary>Address of the rows beside these; with it goes what is looked for.</summary>
    public string UrlOf(Listenstelle stelle) => "/faelle" + QueryString.Create(
        Request.Query.Where(q => q.Key != "fortsetzung" && !StringValues.IsNullOrEmpty(q.Value))
            .Append(KeyValuePair.Create("fortsetzung", new StringValues(fortsetzungen.Of(stelle, Filter, Akteur)))));

    private Fallfilter ReadFilter() => new(
        FallmanagerId: Fallmanager is null or "" or Ohne ? null : Known(Fallmanager),
        OhneFallmanager: Fallmanager == Ohne,
        Status: Parse<Fallstatus>("status", Status),
        Phase: Parse<Phase>("phase", Phase),
        Bedarf: Parse<Bedarfsbereich>("bedarf", Bedarf),
        FaelligBis: Day(FaelligBis),
        FaelligVor: Ueberfaellig == Formularleser.Ja ? Heute : null,
        Text: string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
        Folge: Parse<Fallfolge>("folge", Folge) ?? Fallfolge.Nummer,
        Groesse: Groesse);

    private string? Known(string fallmanager)
    {
        if (fallmanager == Akteur.Id || Personen.Any(p => p.Id == fallmanager))
            return fallmanager;
        _fehler["fallmanager"] = Seitentexte.T("Faelle.NichtVerstanden", Seitentexte.T("Fall.Fallmanager"));
        return null;
    }

    private T? Parse<T>(string feld, string? wert)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(wert))
            return null;
        if (Enum.TryParse<T>(wert, out var gelesen) && Enum.IsDefined(gelesen))
            return gelesen;
        _fehler[feld] = Seitentexte.T("Faelle.NichtVerstanden", Seitentexte.T($"Faelle.Feld.{feld}"));
        return null;
    }

    private DateOnly? Day(string? wert)
    {
        if (string.IsNullOrWhiteSpace(wert))
            return null;
        if (Formularleser.TryReadDate(wert, out var tag))
            return tag;
        _fehler["faelligBis"] = Formulartexte.Of("Fehler.Datum");
        return null;
    }
}
