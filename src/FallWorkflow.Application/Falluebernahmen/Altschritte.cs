using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>The facts of a line. What nobody knows is not made up: texts that have to be there say where more can be read.</summary>
internal sealed class Altschritte(Altfall fall, DateOnly heute)
{
    public Altschritt Uebergabe { get; } = new(
        new Uebergeben(fall.Person, fall.Handlungsbedarfe, true, fall.Fortschritt ?? Texte.Of("Uebernahme.Fortschritt", fall.Quelle), fall.Zielgruppe),
        fall.UebergebenAm, Spalte.UebergebenAm,
        new Dictionary<string, Spalte>
        {
            ["person.vorname"] = Spalte.Vorname,
            ["person.nachname"] = Spalte.Nachname,
            ["person.geburtsdatum"] = Spalte.Geburtsdatum,
            ["person.telefon"] = Spalte.Telefon,
            ["person.anschrift"] = Spalte.Anschrift,
            ["handlungsbedarfe"] = Spalte.Handlungsbedarfe,
            ["fortschrittBegruendung"] = Spalte.Fortschritt,
            ["zielgruppe"] = Spalte.Zielgruppe,
        });

    public Altschritt Annahme { get; } = new(
        new UebergabeAngenommen(fall.FallmanagerId), fall.UebergebenAm, Spalte.UebergebenAm, new Dictionary<string, Spalte> { ["fallmanagerId"] = Spalte.Fallmanager });

    public Altschritt Herkunft { get; } = new(
        new AusAltverfahrenUebernommen(fall.Quelle, fall.Schluessel, fall.Phase, fall.ErstgespraechAm, fall.IntegrationsfachkraftId, fall.Bemerkung),
        heute, Spalte.Schluessel,
        new Dictionary<string, Spalte>
        {
            ["quelle"] = Spalte.Quelle,
            ["schluessel"] = Spalte.Schluessel,
            ["phase"] = Spalte.Phase,
            ["erstgespraechAm"] = Spalte.ErstgespraechAm,
            ["integrationsfachkraft"] = Spalte.Integrationsfachkraft,
            ["bemerkung"] = Spalte.Bemerkung,
        });

    public Altschritt? Einwilligung { get; } = fall.EinwilligungAm is { } am ? Of(new KlientEntschieden(true), am, Spalte.EinwilligungAm) : null;

    /// <summary>What is known when the processes of the admission start, so that they count from the right days at once.</summary>
    public IReadOnlyList<Altschritt> Aufnahme { get; } = fall.AufgenommenAm is not { } am ? [] :
    [
        Of(new FallAufgenommen(), am, Spalte.AufgenommenAm),
        .. fall.Kontaktrhythmus is { } wochen
            ? (Altschritt[])[Of(new RhythmusGeaendert(wochen, Texte.Of("Uebernahme.Grund", fall.Quelle)), heute, Spalte.Kontaktrhythmus, ("wochen", Spalte.Kontaktrhythmus))]
            : [],
        .. fall.VerlaengertUm is { } monate
            ? (Altschritt[])[Of(new DauerVerlaengert(monate, Texte.Of("Uebernahme.Grund", fall.Quelle)), heute, Spalte.VerlaengertUm, ("monate", Spalte.VerlaengertUm))]
            : [],
        .. fall.LetzterKontaktAm is { } kontakt
            ? (Altschritt[])[Of(new KontaktGehalten(fall.Kontaktform!.Value, fall.Kontaktthemen ?? Texte.Of("Uebernahme.Kontaktthemen", fall.Quelle)), kontakt, Spalte.LetzterKontaktAm, ("form", Spalte.Kontaktform), ("themen", Spalte.Kontaktthemen))]
            : [],
    ];

    public IReadOnlyList<Altschritt> Plan { get; } = fall.PlanVom is not { } am ? [] :
    [
        Of(
            new PlanVereinbart(
                [Texte.Of("Uebernahme.Klient"), Texte.Of("Uebernahme.Fallmanagement")],
                [new(fall.Planschritt ?? Texte.Of("Uebernahme.Planschritt", fall.Quelle), Verantwortung.Fallmanagement, Schrittthema.Beschaeftigung, Verbindlich: false)],
                Texte.Of("Uebernahme.ArtDerUeberpruefung"), fall.UeberpruefungNach),
            am, Spalte.PlanVom, ("schritte[0].bezeichnung", Spalte.Planschritt), ("ueberpruefungNach", Spalte.UeberpruefungNach)),
        .. fall.LetzteUeberpruefung is { } letzte
            ? (Altschritt[])[Of(new PlanUeberprueft(Ueberpruefungsergebnis.Weiterfuehren, Texte.Of("Uebernahme.Ueberpruefung", fall.Quelle)), letzte, Spalte.LetzteUeberpruefung)]
            : [],
    ];

    public Altschritt Phase { get; } = Of(new PhaseGewechselt(fall.Phase), heute, Spalte.Phase, ("phase", Spalte.Phase));

    /// <summary>What is wrong with any of them by itself.</summary>
    public IEnumerable<Uebernahmefehler> Validate() => Alle.Append(Phase).SelectMany(s => s.Translate(s.Tatsache.Validate()));

    /// <summary>All of them but for the phase, which is changed only where the processes have not come to it by themselves.</summary>
    public IEnumerable<Altschritt> Alle => [Uebergabe, Annahme, Herkunft, .. Einwilligung is { } einwilligung ? (Altschritt[])[einwilligung] : [], .. Aufnahme, .. Plan];

    private static Altschritt Of(Tatsache tatsache, DateOnly am, Spalte datum, params (string Feld, Spalte Spalte)[] felder) =>
        new(tatsache, am, datum, felder.ToDictionary(f => f.Feld, f => f.Spalte));
}
