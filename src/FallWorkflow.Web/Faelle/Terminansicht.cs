using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Web.Faelle;

/// <summary>The appointments of a Fall as its page shows them.</summary>
/// <param name="Alle">By beginning, with what to look at again.</param>
internal sealed record Terminansicht(Fall Fall, IReadOnlyList<(Termin Termin, IReadOnlyList<string> Hinweise)> Alle, Akteur Akteur, DateTimeOffset Jetzt, DateOnly Heute)
{
    public IReadOnlyList<(Termin Termin, IReadOnlyList<string> Hinweise)> Offene => [.. Alle.Where(t => t.Termin.IstOffen)];

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Termin> Fruehere => [.. Alle.Select(t => t.Termin).Where(t => !t.IstOffen).Reverse()];

    public Termin? Naechster => Offene.Select(t => t.Termin).FirstOrDefault(t => t.Ende > Jetzt);

    /// <summary>Whether this person may record the fact; the team lead agrees and calls off for the Fallmanager, and holds no contacts.</summary>
    public bool May(string art) => TatsachenKatalog.Find(art)!.Rollen.Contains(Akteur.Rolle);

    public bool Moeglich => Fall.UebergabeAngenommenAm is not null && !Fall.Status.IsEnded();

    /// <summary>Form for an appointment that took place: before the admission that is the first interview.</summary>
    public string Stattgefunden => Fall.AufgenommenAm is null ? nameof(ErstgespraechGefuehrt) : nameof(KontaktGehalten);

    public bool IstVorbei(Termin termin) => termin.Ende <= Jetzt;

    public string Pfad(Termin termin, string was) => $"/faelle/{Fall.Id}/termine/{Uri.EscapeDataString(termin.Id)}/{was}";
}
