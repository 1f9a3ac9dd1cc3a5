using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An appointment is moved; the old one stays readable. The client is reminded anew.</summary>
/// <param name="Dauer">Minutes, 1 to 600; null: as before. So are form and place.</param>
[Tatsache("TerminVerschoben", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R48,R51")]
public sealed record TerminVerschoben(
    string TerminId,
    DateOnly Am,
    TimeOnly Um,
    string Grund,
    int? Dauer = null,
    Kontaktform? Form = null,
    [NenntNamen(NurHier = true)] string? Ort = null) : Tatsache
{
    public override string? Bezug => TerminId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("terminId", TerminId, Pruefung.Kurz).Datum("am", Am).Text("grund", Grund).Minuten("dauer", Dauer).Enum("form", Form ?? Kontaktform.Buero)
        .Optional("ort", Ort, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new TerminMussOffenSein(fall, TerminId),
        new TerminMussNachVereinbarungLiegen(Am, erfassung.WirksamAm),
        new TerminBrauchtOrt(fall, TerminId, Form, Ort),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindTermin(TerminId) is not { } termin)
            return;
        (termin.Am, termin.Um) = (Am, Um);
        termin.Dauer = Dauer ?? termin.Dauer;
        termin.Form = Form ?? termin.Form;
        termin.Ort = string.IsNullOrWhiteSpace(Ort) ? termin.Ort : Ort;
        termin.Verschoben++;
        termin.VerschobenAm = termin.VerschobenAm > eintrag.WirksamAm ? termin.VerschobenAm : eintrag.WirksamAm;
        // A letter that left later told the new date already; on one day the order of recording counts.
        if (termin.Einladung?.Am <= eintrag.WirksamAm)
            termin.Einladung = null;
    }
}
