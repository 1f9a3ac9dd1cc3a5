using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// A finished assessment: five categories, each with problems and resources; help that exists already, services of partners,
/// and what is asked as a rule: whether relatives and helpers were asked in (R26), and parents for Bildung und Teilhabe (R47).
/// </summary>
/// <param name="Einbezogen">Relatives, helpers and providers who were asked in; who leaves them out says why.</param>
[Tatsache("AssessmentAbgeschlossen", Rollen = "Fallmanager", Anforderungen = "R18,R19,R20,R22,R23,R26,R47,R78")]
public sealed record AssessmentAbgeschlossen(
    IReadOnlyList<Bereichsbild> Bereiche,
    string? Versorgungslage = null,
    IReadOnlyList<Hilfe>? Hilfen = null,
    IReadOnlyList<Leistungsbild>? Leistungen = null,
    [DatenDritter(NurHier = true), NenntNamen] IReadOnlyList<string>? Einbezogen = null,
    string? NichtEinbezogenWeil = null,
    Bildungsteilhabe? BildungUndTeilhabe = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() =>
    [
        .. BereichsbildPruefung.Validate(Bereiche, vollstaendig: true),
        .. VersorgungPruefung.Validate(Versorgungslage, Hilfen, Leistungen),
        .. new Pruefung()
            .Texte("einbezogen", Einbezogen)
            .Optional("nichtEinbezogenWeil", NichtEinbezogenWeil)
            .When(Einbezogen?.Any(e => !string.IsNullOrWhiteSpace(e)) != true && string.IsNullOrWhiteSpace(NichtEinbezogenWeil), "nichtEinbezogenWeil", "EinbezogenFehlt")
            .When(BildungUndTeilhabe is null, "bildungUndTeilhabe", "BildungUndTeilhabeFehlt")
            .Enum("bildungUndTeilhabe", BildungUndTeilhabe ?? default).Fehler,
    ];

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new GemeinsamesDarfNichtInDerZukunftLiegen(Bereiche, erfassung.Heute),
        new LeistungenMuessenZuweisungenSein(fall, Leistungen?.Select(l => l.ZuweisungId), "leistungen"),
    ];

    internal override Besprechungsstand BeimErfassen => BereichsbildPruefung.AllJoint(Bereiche);

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.AssessmentAbgeschlossenAm = eintrag.WirksamAm;
        fall.LeavePhase(Phase.Assessment);
        fall.Understand(eintrag, Bereiche, Hilfen, Leistungen);
        fall.BildungUndTeilhabe = BildungUndTeilhabe ?? fall.BildungUndTeilhabe;
        fall.AddEinschaetzung(eintrag.WirksamAm, "Assessment", [.. Bereiche.Where(b => b.Skala is not null).Select(b => new Einschaetzung(b.Bereich, b.Skala!.Value))]);
    }
}
