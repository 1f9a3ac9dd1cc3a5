using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Web.Formulare;

/// <summary>What was typed around a fact.</summary>
internal sealed record Rahmenangaben(DateOnly WirksamAm, string? Begruendung, bool Bestaetigt, Guid? Berichtigt, string Schluessel)
{
    /// <summary>Null if the day is missing or wrong; the view then names it.</summary>
    public static Rahmenangaben? Read(Formularansicht ansicht)
    {
        var eingaben = ansicht.Eingaben;
        var text = eingaben[Rahmenfelder.WirksamAm];
        if (!Formularleser.TryReadDate(text, out var wirksamAm))
        {
            ansicht.Add(new(Rahmenfelder.WirksamAm, string.IsNullOrWhiteSpace(text) ? Meldung.Of("FeldFehlt") : Formulartexte.Of("Fehler.Datum")));
            return null;
        }

        var begruendung = eingaben[Rahmenfelder.Begruendung]?.Replace("\r\n", "\n", StringComparison.Ordinal);
        return new(
            wirksamAm,
            string.IsNullOrWhiteSpace(begruendung) ? null : begruendung,
            eingaben.IsChecked(Rahmenfelder.Bestaetigt),
            Guid.TryParse(eingaben[Rahmenfelder.Berichtigt], out var id) ? id : null,
            // A key of foreign making is as good as any; a missing one only loses the protection against a double click.
            eingaben[Rahmenfelder.Schluessel] is { Length: > 0 and <= 64 } schluessel ? schluessel : Guid.NewGuid().ToString("N"));
    }
}
