using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A goal with a checkable measure and a time frame.</summary>
[Tatsache("ZielVereinbart", Rollen = "Fallmanager", Anforderungen = "R29,R30,R33")]
public sealed record ZielVereinbart(
    string ZielId,
    string Bezeichnung,
    Zielebene Ebene,
    string Messkriterium,
    DateOnly Bis,
    string? UebergeordnetesZiel = null) : Tatsache
{
    public override string? Bezug => ZielId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zielId", ZielId, Pruefung.Kurz).Text("bezeichnung", Bezeichnung, Pruefung.Kurz).Enum("ebene", Ebene).Text("messkriterium", Messkriterium).Datum("bis", Bis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new ZielMussNeuSein(fall, ZielId),
        new UebergeordnetesZielMussBestehen(fall, UebergeordnetesZiel),
        new ZeitrahmenMussInDerZukunftLiegen(Bis, erfassung.WirksamAm),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Ziel { Id = ZielId, Bezeichnung = Bezeichnung, Ebene = Ebene, UebergeordnetesZiel = UebergeordnetesZiel, Messkriterium = Messkriterium, UrspruenglichBis = Bis, Bis = Bis });
    }
}
