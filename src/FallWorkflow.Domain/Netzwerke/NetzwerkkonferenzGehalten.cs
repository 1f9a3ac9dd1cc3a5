using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>A conference of the network: balance, conflicts of aims, target agreements, next plan, one coordinator.</summary>
[Tatsache("NetzwerkkonferenzGehalten", Rollen = "Teamleitung", Anforderungen = "R70")]
public sealed record NetzwerkkonferenzGehalten(
    string KonferenzId, IReadOnlyList<Teilnehmende> Teilnehmende, string Bilanz, string Zielkonflikte, string Zielvereinbarungen, string NaechsterPlan, string Koordination) : Netzwerktatsache
{
    public override string Bezug => KonferenzId;

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new NetzwerkkennungMussNeuSein(netzwerk, KonferenzId)];

    private IEnumerable<Eingabefehler> Pruefe()
    {
        var pruefung = new Pruefung()
            .Text("konferenzId", KonferenzId, Pruefung.Kurz).When(Teilnehmende is null or { Count: 0 }, "teilnehmende", "TeilnehmendeFehlen")
            .Text("bilanz", Bilanz).Text("zielkonflikte", Zielkonflikte).Text("zielvereinbarungen", Zielvereinbarungen)
            .Text("naechsterPlan", NaechsterPlan).Text("koordination", Koordination, Pruefung.Kurz);
        for (var i = 0; i < (Teilnehmende?.Count ?? 0); i++)
            pruefung.Enum($"teilnehmende[{i}].art", Teilnehmende![i].Art).Text($"teilnehmende[{i}].name", Teilnehmende[i].Name, Pruefung.Kurz);
        return pruefung.Fehler;
    }

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(new Netzwerkkonferenz(KonferenzId, eintrag.WirksamAm, Teilnehmende, Bilanz, Zielkonflikte, Zielvereinbarungen, NaechsterPlan, Koordination));
    }
}
