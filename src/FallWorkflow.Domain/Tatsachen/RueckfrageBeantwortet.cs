using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Answer to the partner's question; the time for the partner's answer starts anew.</summary>
[Tatsache("RueckfrageBeantwortet", Rollen = "Fallmanager", Anforderungen = "R58")]
public sealed record RueckfrageBeantwortet(string ZuweisungId, string Antwort) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("antwort", Antwort).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new RueckfrageMussOffenSein(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            zuweisung.Stand = Zuweisungsstand.Gesendet;
            zuweisung.GesendetAm = eintrag.WirksamAm;
        }
    }
}
