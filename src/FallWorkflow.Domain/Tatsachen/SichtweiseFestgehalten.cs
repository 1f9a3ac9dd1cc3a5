using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>One side's view of a topic. Another side's view of the same topic stands beside it and replaces nothing.</summary>
[Tatsache("SichtweiseFestgehalten", Rollen = "Fallmanager", Anforderungen = "R36")]
public sealed record SichtweiseFestgehalten(string Thema, Sichtseite Wessen, [DatenDritter(Wenn = "Wessen=Angehoerige")] string Sicht) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("thema", Thema, Pruefung.Kurz).Enum("wessen", Wessen).Text("sicht", Sicht).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Wessen == Sichtseite.Klient ? Besprechungsstand.Besprochen : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Add(new Sichtweise(Thema, Wessen, Sicht, eintrag.WirksamAm));
}
