using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A contact that did not happen; the clock goes on. To be discussed at the next contact.</summary>
[Tatsache("KontaktAusgefallen", Rollen = "Fallmanager", Anforderungen = "R24,R50")]
public sealed record KontaktAusgefallen(string Grund) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("grund", Grund).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAufgenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
    ];

    /// <summary>A contact that was entered as held, in the wrong Akte for example, did not take place (R50).</summary>
    internal override bool MayReplace(Tatsache alt) => alt is KontaktGehalten;

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.NochNichtBesprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
