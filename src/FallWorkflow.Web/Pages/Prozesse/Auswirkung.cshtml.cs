using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Which Fälle would move to the draft or to another version, what that does to each, and ordering it.</summary>
[Authorize(Roles = Rollen.Prozessgestalter)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class AuswirkungModel(
    Versionswechsel wechsel, Wechseldienst dienst, IProzessversionen versionen, IProzessentwuerfe entwuerfe, IProzessinstanzen instanzen, IStammdaten stammdaten,
    Fallzugang zugang)
    : Fachseite
{
    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Wechselwahl Wahl { get; private set; } = null!;

    /// <summary>Published versions, latest first, with the Fälle in each.</summary>
    public IReadOnlyList<(Prozessversion Version, int Faelle)> Versionen { get; private set; } = [];

    public bool HatEntwurf { get; private set; }

    /// <summary>There is no other version that a Fall could move to.</summary>
    public bool NurEineVersion => Versionen.Count + (HatEntwurf ? 1 : 0) < 2;

    public IReadOnlyList<Buero> Bueros { get; private set; } = [];

    public IReadOnlyList<Schrittfrage> Fragen { get; private set; } = [];

    public Auswirkung? Auswirkung { get; private set; }

    public IReadOnlyList<Wechselstatus> Bisherige { get; private set; } = [];

    public Eingaben Eingaben { get; private set; } = new();

    public string Schluessel { get; private set; } = Guid.CreateVersion7().ToString("N");

    public string? Meldung { get; private set; }

    /// <summary>Field that the message is about.</summary>
    public string MeldungFeld { get; private set; } = "nach";

    public Task OnGetAsync(string id)
    {
        foreach (var (name, werte) in Request.Query)
            Eingaben.Set(name, werte.Select(w => w ?? ""));
        return ShowAsync(id, Request.Query.Keys);
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        Eingaben = Eingaben.Of(Request.Form);
        Schluessel = Eingaben[Rahmenfelder.Schluessel] ?? Schluessel;
        await ShowAsync(id, Request.Form.Keys);
        if (Meldung is null && !Eingaben.Has(BringtEingabenZurueckAttribute.Feld) && Wahl.Von is not null && await OrderAsync() is { } neu)
            return LocalRedirect($"/prozesse/{Uri.EscapeDataString(Id)}/auswirkung/{neu}");
        return Page();
    }

    /// <summary>The address of this page with the same choice.</summary>
    public string Adresse(string? ab)
    {
        var felder = Wahl.Felder().ToList();
        if (ab is not null)
            felder.Add(new("ab", ab));
        return $"/prozesse/{Uri.EscapeDataString(Id)}/auswirkung{new QueryBuilder(felder)}#faelle";
    }

    private async Task<Guid?> OrderAsync()
    {
        try
        {
            var nummern = Eingaben.Alle("fall").Where(f => f.Length > 0).ToList();
            var alle = Eingaben["welche"] == "alle";
            var grund = (Eingaben["grund"] ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
            // Sent twice it is one order; sent again after a change it is another.
            var inhalt = string.Join('\n', Wahl.Felder().Select(f => $"{f.Key}={f.Value}").Append(alle ? "alle" : string.Join(',', nummern)).Append(grund));
            return (await dienst.OrderAsync(
                Kennung.Of("wechsel", Akteur.Id, Id, Schluessel, inhalt), Wahl.ToAuftrag(Id, Fragen, alle ? [] : nummern, grund), alle ? Wahl.BueroId : null, alle, Akteur, Abbruch)).Id;
        }
        catch (InvalidInputException e)
        {
            return Fail(StatusCodes.Status400BadRequest, e);
        }
        catch (StoreUnavailableException)
        {
            Response.Headers.RetryAfter = "5";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            (Meldung, MeldungFeld) = (Seitentexte.T("Formular.Speicher"), "grund");
            return null;
        }
    }

    private async Task ShowAsync(string id, IEnumerable<string> felder)
    {
        Id = id;
        Wahl = Wechselwahl.Of(Eingaben, felder);
        var entwurf = await entwuerfe.FindAsync(id, Abbruch);
        HatEntwurf = entwurf is { Json: not null };
        List<(Prozessversion, int)> mitZahlen = [];
        foreach (var version in await versionen.VersionsOfAsync(id, Abbruch))
            mitZahlen.Add((version, await instanzen.CountFaelleAsync(version.Id, null, Abbruch)));
        Versionen = mitZahlen;
        if (Versionen.Count == 0 && !HatEntwurf)
            throw new NotFoundException(Application.Texte.Of("Umzug.KeinEntwurf"));
        Name = Prozessname.Of(entwurf?.Json ?? Versionen[0].Version.Json, id);
        Bueros = await stammdaten.BuerosAsync(Abbruch);
        Bisherige = await dienst.ListAsync(id, Akteur, Abbruch);
        Choose();
        if (Wahl.Von is not { } von || (Wahl.Nach is null && !HatEntwurf))
            return;
        if (Wahl.Nach == von)
        {
            (Meldung, MeldungFeld) = (Application.Texte.Of("Umzug.SelbeVersion"), "nach");
            return;
        }

        try
        {
            Fragen = await wechsel.FragenAsync(id, von, Wahl.Nach, Abbruch);
            await zugang.LogListAsync(Akteur, "Auswirkung eines Versionswechsels", Abbruch);
            Auswirkung = await wechsel.PreviewAsync(
                Wahl.ToAuftrag(id, Fragen, [], null), new(Wahl.BueroId, Wahl.NurHindernisse, Wahl.Ab), Akteur, Abbruch);
        }
        catch (InvalidInputException e)
        {
            Fail(StatusCodes.Status400BadRequest, e);
        }
    }

    /// <summary>Without a choice: the draft, or the latest version; from where most Fälle are.</summary>
    private void Choose()
    {
        if (!Wahl.Gewaehlt)
            Wahl = Wahl with { Nach = HatEntwurf || Versionen.Count == 0 ? null : Versionen[0].Version.Version };
        if (Wahl.Von is null)
        {
            var andere = Versionen.Where(v => v.Version.Version != Wahl.Nach).ToList();
            Wahl = Wahl with { Von = andere.Count == 0 ? null : andere.MaxBy(v => v.Faelle).Version.Version };
        }
    }

    private Guid? Fail(int status, InvalidInputException e)
    {
        Response.StatusCode = status;
        (Meldung, MeldungFeld) = (e.Message, e.Fehler[0].Feld switch { "grund" => "grund", "faelle" => "welche-alle", _ => "nach" });
        return null;
    }
}
