using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The partner asks back before it answers.</summary>
[Tatsache("RueckfrageGestellt", Rollen = "Traeger,Fallmanager", Anforderungen = "R58")]
public sealed record RueckfrageGestellt(string ZuweisungId, string Frage) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("frage", Frage).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussAufAntwortWarten(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            zuweisung.Stand = Zuweisungsstand.Rueckfrage;
        }
    }
}
