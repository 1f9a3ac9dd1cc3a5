using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The form of one fact in one Fall, new or as the correction of an entry.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class FesthaltenModel(Fallzugang zugang, Formularablauf ablauf, FallService faelle, Dokumentannahme annahme) : Fachseite
{
    public Guid Id { get; private set; }

    /// <summary>Null while the database is away: the form still shows what was typed.</summary>
    public Fallblick? Blick { get; private set; }

    public Formularansicht Ansicht { get; private set; } = null!;

    public string? Hindernis { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] string art, Guid? berichtigt, string? bezug, string? vorlage)
    {
        Id = id;
        if (FindArt(art) is not { } tatsachenart)
            return NotFound();
        var formular = await FormAsync(tatsachenart, berichtigt);
        Ansicht = Formularablauf.Begin(formular, Blick!.Heute);
        if (berichtigt is { } eintragId)
        {
            if (Blick.Fall.Akte.FirstOrDefault(e => e.Id == eintragId) is not { } eintrag || !MayCorrect(tatsachenart, eintrag.Tatsache))
                return NotFound();
            if (eintrag.Tatsache.GetType() == tatsachenart.Type)
                Formularwerte.Fill(formular, Ansicht.Eingaben, eintrag.Tatsache);
            Ansicht.Eingaben[Rahmenfelder.WirksamAm] = Formularwerte.Show(eintrag.WirksamAm);
            Ansicht.Eingaben[Rahmenfelder.Berichtigt] = eintragId.ToString();
        }
        else
        {
            Suggest(formular, bezug);
            FillFrom(formular, vorlage);
            ShowObstacle(tatsachenart);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] string art)
    {
        Id = id;
        if (FindArt(art) is not { } tatsachenart)
            return NotFound();
        var eingaben = Eingaben.Of(Request.Form);
        var formular = await FormAsync(tatsachenart, Guid.TryParse(eingaben[Rahmenfelder.Berichtigt], out var alt) ? alt : null, mayBeAway: true);
        Ansicht = new(formular, eingaben);
        var datei = Dokumentformular.FileOf(Ansicht, Request.Form);
        if (Formularablauf.OnlyShows(Ansicht))
            return Page();
        var ergebnis = await Formularablauf.SubmitAsync(Ansicht, Response, async (tatsache, rahmen) => await faelle.RecordAsync(
            new(id, tatsache, rahmen.WirksamAm, rahmen.Begruendung, rahmen.Bestaetigt, rahmen.Berichtigt, rahmen.Schluessel)
            {
                Datei = datei is null ? null : await Dokumentformular.CheckAsync(datei, annahme, Abbruch),
            },
            Akteur, Abbruch));
        if (ergebnis is null)
            return Page();

        // A copy is issued to be handed out: the next thing is to print it.
        if (tatsachenart.Type == typeof(AuskunftErteilt) && ergebnis.Eintraege.Count > 0)
            return Redirect($"/faelle/{id}/auskunft/{ergebnis.Eintraege[0]}");
        var festgehalten = ergebnis.WartetAufFreigabe ? nameof(AbweichungBeantragt) : tatsachenart.Name;
        return Redirect($"/faelle/{id}?festgehalten={festgehalten}#meldung");
    }

    /// <summary>The same kind, or a contact that was entered as held and was not (R50).</summary>
    private static bool MayCorrect(TatsachenArt art, Tatsache alt) =>
        alt.GetType() == art.Type || (art.Type == typeof(KontaktAusgefallen) && alt is KontaktGehalten);

    private TatsachenArt? FindArt(string art) =>
        TatsachenKatalog.Find(art) is { } gefunden && gefunden.Rollen.Contains(Akteur.Rolle) ? gefunden : null;

    private async Task<Formular> FormAsync(TatsachenArt art, Guid? berichtigt, bool mayBeAway = false)
    {
        try
        {
            Blick = await zugang.ReadAsync(Id, Akteur, $"Formular {Formulartexte.Titel(art.Name)}", Abbruch);
            var kontext = await ablauf.ContextAsync(Akteur, Blick, Blick.Konzept.AlleZielgruppen, Abbruch);
            return Formularbauer.Build(art, kontext with { Berichtigt = berichtigt });
        }
        catch (StoreUnavailableException) when (mayBeAway)
        {
            return Formularbauer.Build(art, Formularkontext.Leer(Akteur));
        }
    }

    /// <summary>Templates that the plan may begin with, the one of the Fall's target group first (R45); none for other facts and for corrections.</summary>
    public IReadOnlyList<Planvorlage> Vorlagen => Blick is null || Ansicht.Formular.Art.Type != typeof(PlanVereinbart) || Ansicht.IsCorrection
        ? []
        : [.. Blick.Konzept.PlanvorlagenOrDefault.OrderByDescending(v => string.Equals(v.Name, Blick.Fall.Zielgruppe, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Puts the steps of a plan template in place of those of the plan so far (R45).</summary>
    private void FillFrom(Formular formular, string? vorlage)
    {
        if (Vorlagen.FirstOrDefault(v => v.Name == vorlage) is not { } gewaehlt)
            return;
        Ansicht.Eingaben.Clear("schritte[");
        Formularwerte.Fill(formular, Ansicht.Eingaben, new PlanVereinbart(Ansicht.Eingaben["beteiligte"]?.Split('\n') ?? [], gewaehlt.Schritte, Ansicht.Eingaben["artDerUeberpruefung"] ?? ""));
    }

    /// <summary>What is known already need not be typed again.</summary>
    private void Suggest(Formular formular, string? bezug)
    {
        var fall = Blick!.Fall;
        Tatsache? vorlage = formular.Art.Name switch
        {
            "AssessmentGespeichert" or "AssessmentAbgeschlossen" =>
                fall.Akte.Select(e => e.Tatsache).LastOrDefault(t => t is AssessmentGespeichert or AssessmentAbgeschlossen),
            "ZugangGeprueft" => fall.Akte.Select(e => e.Tatsache).LastOrDefault(t => t is Uebergeben or ZugangGeprueft),
            "PlanVereinbart" => fall.Akte.Select(e => e.Tatsache).LastOrDefault(t => t is PlanVereinbart),
            "TerminVerschoben" when bezug is not null && fall.Termine.TryGetValue(bezug, out var t) => new TerminVerschoben(t.Id, t.Am, t.Um, "", t.Dauer, t.Form, t.Ort),
            _ => null,
        };
        if (vorlage is not null)
            Formularwerte.Fill(formular, Ansicht.Eingaben, vorlage);
        foreach (var feld in formular.Felder.Where(f => f.Art == Feldart.Auswahl && f.Name.EndsWith("Id", StringComparison.Ordinal)))
        {
            if (feld.Name == "terminId" && Terminvorschlag.For(formular, fall, bezug, Blick.Heute) is { } termin)
                Terminvorschlag.Fill(formular, Ansicht.Eingaben, termin, Blick.Heute);
            else if (feld.Optionen.Any(o => o.Wert == bezug))
                Ansicht.Eingaben[feld.Name] = bezug;
            else if (feld.Name == "fallmanagerId" && feld.Optionen.Any(o => o.Wert == Akteur.Id) && formular.Art.Name == "UebergabeAngenommen")
                Ansicht.Eingaben[feld.Name] = Akteur.Id;
            else if (feld is { Pflicht: true, Optionen.Count: 1 })
                Ansicht.Eingaben[feld.Name] = feld.Optionen[0].Wert;
        }
    }

    private void ShowObstacle(TatsachenArt art)
    {
        if (Verfuegbarkeit.Hindernis(art, Blick!.Fall, Blick.Heute) is not { } regel)
            return;
        Hindernis = Verfuegbarkeit.TextOf(regel);
        if (regel.AbweichungMoeglich)
            Ansicht.Eingaben[Rahmenfelder.Abweichung] = Formularleser.Ja;
    }
}
