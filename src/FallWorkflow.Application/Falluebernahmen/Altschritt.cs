using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>A fact that is recorded for a line, and the columns it was made from.</summary>
/// <param name="Datum">Column of its day.</param>
/// <param name="Felder">Columns of its fields, by their paths.</param>
internal sealed record Altschritt(Tatsache Tatsache, DateOnly Am, Spalte Datum, IReadOnlyDictionary<string, Spalte> Felder)
{
    public IEnumerable<Uebernahmefehler> Translate(IEnumerable<Eingabefehler> fehler) => fehler.Select(f => new Uebernahmefehler(
        f.Feld == "wirksamAm" ? Spalten.NameOf(Datum) : Felder.TryGetValue(f.Feld, out var spalte) ? Spalten.NameOf(spalte) : null, f.Meldung));

    public Uebernahmefehler Translate(RuleBrokenException fehler) => new(Spalten.NameOf(Datum), fehler.Message);
}
