using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A case conference was held: who took part, what was decided, by whom and until when.</summary>
[Tatsache("FallkonferenzGehalten", Rollen = "Fallmanager", Anforderungen = "R63,R67")]
public sealed record FallkonferenzGehalten(
    string KonferenzId,
    IReadOnlyList<Teilnehmende> Teilnehmende,
    string Ergebnis,
    IReadOnlyList<Beschluss>? Beschluesse = null) : Tatsache
{
    public override string? Bezug => KonferenzId;

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, KonferenzId, Strangart.Fallkonferenz),
    ];

    /// <summary>Each decision is a fact of its own, from which its task comes.</summary>
    public override IEnumerable<Tatsache> Folgen(Fall fall) =>
        (Beschluesse ?? []).Select((b, i) => new BeschlussGefasst($"{KonferenzId}-{i + 1}", KonferenzId, b.Was, b.Zustaendig, b.Verantwortlich, b.Bis));

    private IEnumerable<Eingabefehler> Pruefe()
    {
        var pruefung = new Pruefung()
            .Text("konferenzId", KonferenzId, Pruefung.Kurz - 10).Text("ergebnis", Ergebnis)
            .When(Teilnehmende is null or { Count: 0 }, "teilnehmende", "TeilnehmendeFehlen");
        for (var i = 0; i < (Teilnehmende?.Count ?? 0); i++)
            pruefung.Enum($"teilnehmende[{i}].art", Teilnehmende![i].Art).Text($"teilnehmende[{i}].name", Teilnehmende[i].Name, Pruefung.Kurz);
        for (var i = 0; i < (Beschluesse?.Count ?? 0); i++)
        {
            var (was, zustaendig, verantwortlich, bis) = Beschluesse![i];
            pruefung.Text($"beschluesse[{i}].was", was).Enum($"beschluesse[{i}].zustaendig", zustaendig)
                .Text($"beschluesse[{i}].verantwortlich", verantwortlich, Pruefung.Kurz).Datum($"beschluesse[{i}].bis", bis);
        }

        return pruefung.Fehler;
    }

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(KonferenzId, eintrag.WirksamAm);
}
