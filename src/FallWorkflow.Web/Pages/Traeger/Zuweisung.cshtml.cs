using System.Globalization;
using System.Text;
using FallWorkflow.Application;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Traeger;

/// <summary>One referral of the signed-in partner, with the forms to answer and to report.</summary>
[Authorize(Roles = Rollen.Traeger)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class ZuweisungModel(IAbfragen abfragen, Fallzugang zugang, FallService faelle, Dokumentzugriff dokumente) : Fachseite
{
    private static readonly string[] Antwortarten = ["ZuweisungAngenommen", "ZuweisungAbgelehnt", "RueckfrageGestellt"];
    private static readonly string[] Berichtsarten = ["ZuweisungBegonnen", "VerlaufGemeldet", "ProblemGemeldet", "ZuweisungBeendet"];
    private const string Fallfuehrungsbericht = "FallfuehrungBerichtet";

    public string ZuweisungId { get; private set; } = "";

    /// <summary>Null if it cannot be read any more; a form that was posted is shown again all the same.</summary>
    public Zuweisungszeile? Zeile { get; private set; }

    public Formularansicht? Ansicht { get; private set; }

    public string? Festgehalten { get; private set; }

    public IReadOnlyList<string> Antworten { get; private set; } = [];

    /// <summary>What the partner that leads the work was told of its mandate (R65).</summary>
    public FallfuehrungUebertragen? Auftrag { get; private set; }

    /// <summary>Documents that the client released for this referral.</summary>
    public IReadOnlyList<(Dokument Dokument, DateOnly FreigegebenAm)> Dokumente { get; private set; } = [];

    /// <summary>The partner leads the work with the client (R65).</summary>
    public bool IstBeauftragt { get; private set; }

    public IReadOnlyList<string> Moeglich => Zeile?.Stand switch
    {
        Zuweisungsstand.Gesendet or Zuweisungsstand.Rueckfrage => Antwortarten,
        Zuweisungsstand.Angenommen or Zuweisungsstand.Begonnen => IstBeauftragt ? [.. Berichtsarten, Fallfuehrungsbericht] : Berichtsarten,
        _ => [],
    };

    public async Task<IActionResult> OnGetAsync([FromRoute] string zuweisungId, [FromRoute] string? art, string? festgehalten)
    {
        ZuweisungId = zuweisungId;
        await LoadAsync();
        Festgehalten = festgehalten is not null && TatsachenKatalog.Find(festgehalten) is not null
            ? Seitentexte.T("Fall.Festgehalten", Formulartexte.Titel(festgehalten)) : null;
        if (art is null)
            return Page();
        if (FindArt(art) is not { } tatsachenart)
            return NotFound();
        Ansicht = Formularablauf.Begin(Build(tatsachenart), zugang.Heute);
        Ansicht.Eingaben["zuweisungId"] = zuweisungId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string zuweisungId, [FromRoute] string? art)
    {
        ZuweisungId = zuweisungId;
        if (art is null || FindArt(art) is not { } tatsachenart)
            return NotFound();
        Ansicht = new(Build(tatsachenart), Eingaben.Of(Request.Form));
        // Whatever a form claims: it is about the referral of this address.
        Ansicht.Eingaben["zuweisungId"] = zuweisungId;
        if (!Formularablauf.OnlyShows(Ansicht))
        {
            var ergebnis = await Formularablauf.SubmitAsync(Ansicht, Response, async (tatsache, rahmen) =>
            {
                var fallId = await zugang.FindFallOfAsync(zuweisungId, Abbruch) ?? throw new NotFoundException(Texte.Of("ZuweisungUnbekannt"));
                return await faelle.RecordAsync(
                    new(fallId, tatsache, rahmen.WirksamAm, rahmen.Begruendung, rahmen.Bestaetigt, Schluessel: rahmen.Schluessel), Akteur, Abbruch);
            });
            if (ergebnis is not null)
                return Redirect($"/traeger/{Uri.EscapeDataString(zuweisungId)}?festgehalten={tatsachenart.Name}");
        }

        try
        {
            await LoadAsync();
        }
        catch (Exception e) when (e is NotFoundException or StoreUnavailableException)
        {
            // The form says what is wrong and keeps what was typed; the referral itself stays hidden.
        }

        return Page();
    }

    /// <summary>Released values as they were sent; dates in the usual form.</summary>
    public static string Show(string feld, string wert) =>
        feld == Freigabefelder.Geburtsdatum && DateOnly.TryParseExact(wert, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum)
            ? Formularwerte.Show(datum) : wert;

    private async Task LoadAsync()
    {
        Zeile = await abfragen.FindZuweisungAsync(Akteur.TraegerId ?? "", ZuweisungId, Abbruch) ?? throw new NotFoundException(Texte.Of("ZuweisungUnbekannt"));
        await zugang.LogZuweisungAsync(ZuweisungId, Akteur, Abbruch);
        Dokumente = await dokumente.ReleasedAsync(ZuweisungId, Akteur, Abbruch);
        IstBeauftragt = await zugang.IsBeauftragtAsync(ZuweisungId, Abbruch);
        var nachrichten = await abfragen.NachrichtenAsync(Akteur.TraegerId ?? "", ZuweisungId, Abbruch);
        Antworten = [.. Read<RueckfrageBeantwortet>(nachrichten, Nachrichtenarten.RueckfrageBeantwortet).Select(n => n.Antwort)];
        Auftrag = IstBeauftragt ? Read<FallfuehrungUebertragen>(nachrichten, Nachrichtenarten.FallfuehrungUebertragen).LastOrDefault() : null;
    }

    private static IEnumerable<T> Read<T>(IEnumerable<Nachrichtenzeile> nachrichten, string art)
        where T : class => nachrichten.Where(n => n.Art == art).Select(n => Nachrichtenformat.Deserialize<T>(Encoding.UTF8.GetBytes(n.Inhalt)));

    private static TatsachenArt? FindArt(string art) =>
        Antwortarten.Concat(Berichtsarten).Append(Fallfuehrungsbericht).Contains(art) ? TatsachenKatalog.Find(art) : null;

    /// <summary>The referral is given by the address, so the form does not ask for it.</summary>
    private Formular Build(TatsachenArt art)
    {
        var formular = Formularbauer.Build(art, Formularkontext.Leer(Akteur));
        return formular with { Felder = [.. formular.Felder.Select(f => f.Name == "zuweisungId" ? f with { Art = Feldart.Verborgen } : f)] };
    }
}
