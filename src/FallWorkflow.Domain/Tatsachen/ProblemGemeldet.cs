using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The partner reports a problem.</summary>
[Tatsache("ProblemGemeldet", Rollen = "Traeger,Fallmanager", Anforderungen = "R59")]
public sealed record ProblemGemeldet(string ZuweisungId, string Problem) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("problem", Problem).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussAngenommenSein(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            // The report itself is the entry; the referral's state stays.
            _ = zuweisung;
        }
    }
}
