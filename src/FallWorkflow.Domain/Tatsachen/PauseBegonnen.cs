using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A pause with reason; both ends count. Periods move by its days, open tasks are held.</summary>
[Tatsache("PauseBegonnen", Rollen = "Fallmanager")]
public sealed record PauseBegonnen(string PauseId, DateOnly Von, DateOnly Bis, string Grund) : Tatsache
{
    public override string? Bezug => PauseId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("pauseId", PauseId, Pruefung.Kurz).Datum("von", Von).Datum("bis", Bis).When(Bis < Von, "bis", "PauseEndetVorBeginn").Text("grund", Grund).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new PauseMussNeuSein(fall, PauseId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Pause { Id = PauseId, Von = Von, Bis = Bis, Grund = Grund });
    }
}
