using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A pause ends earlier or later than expected.</summary>
[Tatsache("PauseGeaendert", Rollen = "Fallmanager")]
public sealed record PauseGeaendert(string PauseId, DateOnly Bis, string Begruendung) : Tatsache
{
    public override string? Bezug => PauseId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("pauseId", PauseId, Pruefung.Kurz).Datum("bis", Bis).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new PauseMussBestehen(fall, PauseId, Bis),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindPause(PauseId) is { } pause)
            pause.Bis = Bis;
    }
}
