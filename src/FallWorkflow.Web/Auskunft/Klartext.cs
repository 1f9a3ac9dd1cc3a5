using System.Globalization;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Auskunft;

/// <summary>
/// The record in plain German (R25): what an entry says, value by value, with the names of what is meant instead of bare ids.
/// What is about other people is a placeholder with the reason.
/// </summary>
/// <param name="name">Name of a person or partner by id; null if nobody has it.</param>
internal sealed class Klartext(Fall fall, Func<string, string?> name, Schwaerzung schwaerzung, string? mitgliedId = null)
{
    public IReadOnlyList<Klartexteintrag> Read(IEnumerable<Eintrag> eintraege) => [.. eintraege.Select(Read)];

    public IReadOnlyList<Klartextangabe> AngabenOf(Tatsache tatsache) => [.. Lines(tatsache)];

    private Klartexteintrag Read(Eintrag eintrag)
    {
        var ersetzt = fall.Akte.FirstOrDefault(e => e.Id == eintrag.Berichtigt);
        var (stand, am) = fall.BesprechungOf(eintrag);
        return new(
            eintrag.Id, eintrag.Nr, Formulartexte.Titel(TatsachenKatalog.ArtOf(eintrag.Tatsache).Name), eintrag.WirksamAm, eintrag.ErfasstAm,
            Who(eintrag.ErfasstVon), eintrag.Begruendung is { Length: > 0 } grund ? schwaerzung.Mask(grund) : null,
            ersetzt?.Nr, fall.Akte.FirstOrDefault(e => e.Berichtigt == eintrag.Id)?.Nr,
            am is { } tag ? Seitentexte.T("Verlauf.Besprochen", Seitentexte.Datum(tag)) : stand == Besprechungsstand.KeineNotiz ? null : Begriffe.Of(stand),
            AngabenOf(eintrag.Tatsache));
    }

    private IEnumerable<Klartextangabe> Lines(Tatsache tatsache)
    {
        var eigene = mitgliedId is not null && Schwaerzung.IsAbout(tatsache, mitgliedId);
        foreach (var wert in Tatsachenleser.Read(tatsache))
        {
            if (wert.Dritte && !eigene)
            {
                yield return new(wert.Label, Schwaerzung.Platzhalter, IstPlatzhalter: true);
            }
            else if (tatsache is AbweichungBeantragt antrag && wert.Feld == "daten" && antrag.TryReadBeantragt() is { } beantragt)
            {
                // Otherwise shown as it is stored rather than not at all.
                foreach (var zeile in Lines(beantragt))
                    yield return zeile with { Label = $"{Formulartexte.Titel(antrag.Art)}: {zeile.Label}" };
            }
            else
            {
                yield return new(wert.Label, Show(wert, tatsache));
            }
        }
    }

    private string Show(Wert wert, Tatsache tatsache) => wert.Inhalt switch
    {
        bool ja => Seitentexte.T(ja ? "Ja" : "Nein"),
        DateOnly tag => Seitentexte.Datum(tag),
        TimeOnly uhrzeit => Formularwerte.Show(uhrzeit),
        int zahl => zahl.ToString(CultureInfo.InvariantCulture),
        Enum begriff => Begriffe.Of(begriff),
        Guid id => fall.Akte.FirstOrDefault(e => e.Id == id) is { } eintrag
            ? Formulartexte.Of("Auswahl.Eintrag", eintrag.Nr, Formulartexte.Titel(TatsachenKatalog.ArtOf(eintrag.Tatsache).Name), eintrag.WirksamAm)
            : id.ToString(),
        string text => Meant(wert.Feld, text, tatsache) is { } gemeint ? Seitentexte.T("Auskunft.Kennzeichen", schwaerzung.Mask(gemeint), text) : schwaerzung.Mask(text),
        var anderes => anderes.ToString()!,
    };

    /// <summary>What an id stands for; null if the text is none, or nothing by this id is known.</summary>
    private string? Meant(string feld, string text, Tatsache tatsache) => feld switch
    {
        "zielId" or "zielIds" or "uebergeordnetesZiel" => fall.Ziele.GetValueOrDefault(text)?.Bezeichnung,
        "zuweisungId" or "zuweisungIds" => fall.Zuweisungen.GetValueOrDefault(text)?.Leistung,
        "mitgliedId" => fall.Haushalt.FirstOrDefault(m => m.Id == text)?.Name,
        "dokumentId" => fall.FindDokument(text) is { Betrifft: Personenbezug.NurKlient } dokument ? dokument.Titel : null,
        "pauseId" => fall.Pausen.FirstOrDefault(p => p.Id == text) is { } pause ? $"{pause.Von:dd.MM.yyyy} – {pause.Bis:dd.MM.yyyy}" : null,
        "notfallId" => fall.Akte.Select(e => e.Tatsache).OfType<NotfallGemeldet>().FirstOrDefault(n => n.NotfallId == text)?.Anlass,
        "terminId" => fall.Termine.GetValueOrDefault(text) is { } termin ? $"{Begriffe.Of(termin.Zweck)}, {termin.Am:dd.MM.yyyy}" : null,
        "antragId" => fall.Akte.FirstOrDefault(e => e.Tatsache is AbweichungBeantragt a && a.AntragId == text) is { } antrag ? Seitentexte.T("Verlauf.EintragNr", antrag.Nr) : null,
        "traegerId" or "fallmanagerId" or "integrationsfachkraft" => name(text),
        "freigegebeneFelder" or "felder" => Formulartexte.Find($"Freigabe.{text}"),
        "abweichung" when tatsache is AbweichungBeantragt => Formulartexte.Find($"Abweichung.{text}"),
        "art" when tatsache is AbweichungBeantragt && TatsachenKatalog.Find(text) is not null => Formulartexte.Titel(text),
        _ when feld.EndsWith("Id", StringComparison.Ordinal) => fall.Straenge.GetValueOrDefault(text)?.Bezeichnung,
        _ => null,
    };

    private string Who(string id) => id == "system" ? Seitentexte.T("Fall.System") : name(id) ?? id;
}
