using System.Globalization;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Web.Faelle;

/// <summary>The documents of a Fall, and what this person may do with them.</summary>
internal sealed record Dokumentansicht(Fall Fall, Akteur Akteur)
{
    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    public bool DarfAblegen => May(nameof(DokumentAbgelegt)) && !Fall.Status.IsEnded();

    public bool DarfEntfernen => May(nameof(DokumentEntfernt));

    public bool DarfFreigeben(Dokument dokument) => May(nameof(DokumentFreigegeben)) && dokument is { EntferntAm: null, Betrifft: Personenbezug.NurKlient }
        && Fall.Zuweisungen.Values.Any(z => z.IstOffen);

    public bool DarfZuruecknehmen => May(nameof(DokumentfreigabeZurueckgenommen));

    /// <summary>Referrals for whose partners it is released.</summary>
    public IEnumerable<Zuweisung> FreigegebenFuer(Dokument dokument) => Fall.Zuweisungen.Values.Where(z => z.FreigegebeneDokumente.ContainsKey(dokument.Id));

    /// <summary>What it belongs to; null if nothing was named.</summary>
    public Eintrag? ZugehoerigesOf(Dokument dokument) => dokument.GehoertZu is { } id ? Fall.Akte.FirstOrDefault(e => e.Id == id) : null;

    public bool DarfOeffnen(Dokument dokument) => Zugriffspolitik.MayOpen(Akteur, Fall, dokument);

    /// <summary>As people read it, in kB below one megabyte.</summary>
    public static string GroesseOf(Dokument dokument) => dokument.Groesse < 1024 * 1024
        ? string.Create(Deutsch, $"{Math.Max(1, dokument.Groesse / 1024)} kB")
        : string.Create(Deutsch, $"{dokument.Groesse / (1024d * 1024):0.0} MB");

    private bool May(string tatsache) => TatsachenKatalog.Find(tatsache)!.Rollen.Contains(Akteur.Rolle);
}
