using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A goal with a checkable measure and a time frame, the need it answers and the resources it uses.</summary>
/// <param name="Bedarf">Life area in which the need lies; asked for when a goal is agreed anew.</param>
/// <param name="Ressourcen">What the goal builds on.</param>
/// <param name="Umweg">A detour such as debt relief, abstinence or qualification: a full goal, and counted (R34).</param>
[Tatsache("ZielVereinbart", Rollen = "Fallmanager", Anforderungen = "R29,R30,R33,R34")]
public sealed record ZielVereinbart(
    string ZielId,
    string Bezeichnung,
    Zielebene Ebene,
    string Messkriterium,
    DateOnly Bis,
    string? UebergeordnetesZiel = null,
    Lebensbereich? Bedarf = null,
    string? Ressourcen = null,
    bool Umweg = false) : Tatsache
{
    public override string? Bezug => ZielId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zielId", ZielId, Pruefung.Kurz).Text("bezeichnung", Bezeichnung, Pruefung.Kurz).Enum("ebene", Ebene).Text("messkriterium", Messkriterium).Datum("bis", Bis)
        .When(Bedarf is null, "bedarf", "BedarfFehlt").Enum("bedarf", Bedarf ?? default).Text("ressourcen", Ressourcen).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new ZielMussNeuSein(fall, ZielId),
        new UebergeordnetesZielMussBestehen(fall, UebergeordnetesZiel),
        new UebergeordnetesZielDarfNichtKleinerSein(fall, UebergeordnetesZiel, Ebene),
        new ZeitrahmenMussInDerZukunftLiegen(Bis, erfassung.WirksamAm),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Ziel { Id = ZielId, Bezeichnung = Bezeichnung, Ebene = Ebene, UebergeordnetesZiel = UebergeordnetesZiel, Messkriterium = Messkriterium, UrspruenglichBis = Bis, Bis = Bis, Bedarf = Bedarf, Ressourcen = Ressourcen, IstUmweg = Umweg, VereinbartAm = eintrag.WirksamAm });
    }
}
