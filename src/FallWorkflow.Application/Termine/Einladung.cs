using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Termine;

/// <summary>The letter that invites the client to an appointment: plain, friendly, and without any threat.</summary>
/// <param name="Anschrift">Lines of the address; only the name where none is known.</param>
/// <param name="Angaben">When, where, how long, with whom.</param>
public sealed record Einladung(
    string Absender, IReadOnlyList<string> Anschrift, string Betreff, string Anrede, string Anfang, IReadOnlyList<(string Name, string Wert)> Angaben, IReadOnlyList<string> Absaetze,
    string Gruss, string Unterschrift)
{
    /// <param name="fallmanager">Null where nobody of this id exists any more.</param>
    public static Einladung Write(Fall fall, Termin termin, Buero buero, Benutzer? fallmanager)
    {
        var name = fallmanager?.Name ?? Texte.Of("Termin.Fallmanagement");
        var person = fall.Person?.Name ?? "";
        return new(
            buero.Name,
            [.. new[] { person }.Concat((fall.Person?.Anschrift ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries)).Where(z => z.Length > 0)],
            Texte.Of(termin.Verschoben > 0 ? "Einladung.BetreffVerschoben" : "Einladung.Betreff", Terminangaben.When(termin)),
            Texte.Of("Einladung.Anrede", person).TrimEnd(' ', ',') + ",",
            Texte.Of(termin.Verschoben > 0 ? "Einladung.AnfangVerschoben" : "Einladung.Anfang"),
            [
                (Texte.Of("Einladung.Wann"), Terminangaben.When(termin)),
                (Texte.Of("Einladung.Wo"), Terminangaben.Where(termin)),
                (Texte.Of("Einladung.Dauer"), Texte.Of("Einladung.Minuten", termin.Dauer)),
                (Texte.Of("Einladung.Wer"), string.Join(", ", termin.Teilnehmende.Where(t => t.Art is not (Teilnehmerart.Klient or Teilnehmerart.Fallmanagement)).Select(t => t.Name).Prepend(name))),
                (Texte.Of("Einladung.Worum"), string.IsNullOrWhiteSpace(termin.Anliegen) ? Texte.Of($"Einladung.Zweck.{termin.Zweck}") : termin.Anliegen),
            ],
            [
                Texte.Of("Einladung.Mitbringen"),
                fallmanager?.EMail is { Length: > 0 } mail ? Texte.Of("Einladung.VerschiebenMail", name, mail) : Texte.Of("Einladung.Verschieben", name),
                Texte.Of("Einladung.Einladung"),
            ],
            Texte.Of("Einladung.Gruss"),
            name);
    }
}
