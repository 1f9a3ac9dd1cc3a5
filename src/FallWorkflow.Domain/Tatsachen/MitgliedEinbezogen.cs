using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A member of the Bedarfsgemeinschaft is included in the work, with the reason why.</summary>
[Tatsache("MitgliedEinbezogen", Rollen = "Fallmanager", Anforderungen = "R27")]
public sealed record MitgliedEinbezogen(string MitgliedId, [DatenDritter, NenntNamen] string Name, Einbeziehungsgrund Grund, [DatenDritter] string Erlaeuterung) : Tatsache
{
    public override string? Bezug => MitgliedId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("mitgliedId", MitgliedId, Pruefung.Kurz).Text("name", Name, Pruefung.Kurz).Enum("grund", Grund).Text("erlaeuterung", Erlaeuterung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new MitgliedMussNeuSein(fall, MitgliedId),
    ];

    internal override Besprechungsstand BeimErfassen =>
        Grund == Einbeziehungsgrund.WunschDerPerson ? Besprechungsstand.Besprochen : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) =>
        fall.Add(new Haushaltsmitglied { Id = MitgliedId, Name = Name, Grund = Grund, Erlaeuterung = Erlaeuterung, EinbezogenAm = eintrag.WirksamAm });
}
