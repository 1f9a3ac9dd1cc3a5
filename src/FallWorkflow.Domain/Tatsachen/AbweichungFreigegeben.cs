using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A second person approves a departure, and it takes effect: what was requested is recorded on this day, if the other rules still allow it.</summary>
[Tatsache("AbweichungFreigegeben", Rollen = "Teamleitung", Anforderungen = "R86")]
public sealed record AbweichungFreigegeben(string AntragId, string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => AntragId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("antragId", AntragId, Pruefung.Kurz).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new AntragMussOffenSein(fall, AntragId),
        new FreigabeBrauchtZweitePerson(fall, AntragId, erfassung.Von),
        .. Beantragt(fall)?.Regeln(fall, erfassung).Where(r => r.GetType().Name != fall.FindAntrag(AntragId)!.Abweichung) ?? [],
    ];

    /// <summary>What follows from the fact comes before it, as everywhere: partners hear of a withdrawal before the Fall ends.</summary>
    public override IEnumerable<Tatsache> Folgen(Fall fall) => Beantragt(fall) is { } beantragt ? [.. beantragt.Folgen(fall), beantragt] : [];

    /// <summary>What was approved keeps the reason with which it was asked for.</summary>
    internal override string? BegruendungOf(Fall vorher, Tatsache folge) =>
        vorher.FindAntrag(AntragId) is { Begruendung.Length: > 0 } antrag && antrag.Art == TatsachenKatalog.ArtOf(folge).Name ? antrag.Begruendung : null;

    internal override Besprechungsstand BeimErfassen => string.IsNullOrWhiteSpace(Anmerkung) ? Besprechungsstand.KeineNotiz : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.OffeneAntraege.Remove(AntragId);

    private Tatsache? Beantragt(Fall fall) => fall.FindAntrag(AntragId)?.Beantragt();
}
