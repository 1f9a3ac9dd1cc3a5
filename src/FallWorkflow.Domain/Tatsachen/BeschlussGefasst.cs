using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>One decision of a case conference; its task is due on its day. Follows from the conference by itself.</summary>
[Tatsache("BeschlussGefasst", Anforderungen = "R63")]
public sealed record BeschlussGefasst(
    string BeschlussId,
    string KonferenzId,
    string Was,
    Teilnehmerart Zustaendig,
    [DatenDritter(Wenn = "Zustaendig=Angehoerige|Sonstige"), NenntNamen] string Verantwortlich,
    DateOnly Bis) : Tatsache
{
    public override string? Bezug => BeschlussId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beschlussId", BeschlussId, Pruefung.Kurz).Text("konferenzId", KonferenzId, Pruefung.Kurz).Text("was", Was)
        .Enum("zustaendig", Zustaendig).Text("verantwortlich", Verantwortlich, Pruefung.Kurz).Datum("bis", Bis).Fehler;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = BeschlussId, Art = Strangart.Konferenzbeschluss, Bezeichnung = Was, StandVom = eintrag.WirksamAm, Termin = Bis });
    }
}
