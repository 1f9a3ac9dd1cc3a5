using FallWorkflow.Domain;
using FallWorkflow.Web.Druck;
using static FallWorkflow.Web.Seitentexte;

namespace FallWorkflow.Web.Auskunft;

/// <summary>An issued copy as a PDF, to be handed over on paper or as a file (R25): what its page shows, in the same order and words.</summary>
internal static class Auskunftsdruck
{
    public const string Medientyp = "application/pdf";

    public static string NameOf(Auskunftsansicht kopie) => kopie.Auskunft.Erteilt.IstAnteil ? "auskunft.pdf" : $"auskunft-{kopie.Auskunft.Fall.Nummer}.pdf";

    /// <param name="mitAnhang">With the rows as stored, which fill many pages.</param>
    public static byte[] Write(Auskunftsansicht kopie, bool mitAnhang) =>
        Druckbogen.Write(T("Auskunft.Titel"), (nr, alle) => $"{T("Auskunft.Titel")} · {T("Auskunft.Seite", nr, alle)}", bogen => Fill(bogen, kopie, mitAnhang));

    private static void Fill(Druckbogen bogen, Auskunftsansicht kopie, bool mitAnhang)
    {
        var auskunft = kopie.Auskunft;
        bogen.Heading(1, T("Auskunft.Titel"));
        bogen.Paragraph(auskunft.Mitglied is { } mitglied
            ? T("Auskunft.EinleitungMitglied", mitglied.Name, Datum(auskunft.Erteilung.WirksamAm))
            : T("Auskunft.Einleitung", auskunft.Fall.Person?.Name ?? T("Fall.OhneName"), auskunft.Fall.Nummer, Datum(auskunft.Erteilung.WirksamAm)));
        bogen.Paragraph(T("Auskunft.Erklaerung"));

        bogen.Heading(2, T("Auskunft.Verarbeitung"));
        foreach (var angabe in kopie.Verarbeitung)
            bogen.Value(angabe.Titel, string.Join('\n', angabe.Absaetze));

        bogen.Heading(2, T("Auskunft.Akte", kopie.Eintraege.Count));
        foreach (var eintrag in kopie.Eintraege)
            Fill(bogen, eintrag);

        if (auskunft.Dokumente.Count > 0)
        {
            bogen.Heading(2, T("Dokumente.Tabelle"));
            foreach (var d in auskunft.Dokumente)
                bogen.Value($"{T("Verlauf.EintragNr", d.Dokument.Nr)}: {Begriffe.Of(d.Dokument.Art)}, {d.Titel}", Application.Texte.Of($"Auskunft.Verbleib.{d.Verbleib}"));
        }

        if (kopie.Zugriffe.Count > 0)
        {
            bogen.Heading(2, T("Auskunft.Zugriffe"));
            bogen.Paragraph(T("Auskunft.ZugriffeText"));
            foreach (var z in kopie.Zugriffe)
                bogen.Value($"{Zeit(z.At)}: {kopie.NameOf(z.AkteurId)}", $"{T($"Zugriffe.{z.Art}")}\n{T("Zugriffe.Zweck")}: {auskunft.Schwaerzung.Mask(z.Zweck)}\n{T("Zugriffe.Grundlage")}: {z.Grundlage ?? "–"}");
        }

        if (!mitAnhang || auskunft.IstUeberholt || auskunft.Tabellen.Count == 0)
            return;
        bogen.Heading(2, T("Auskunft.Bestand"));
        bogen.Paragraph(T("Auskunft.BestandText"));
        foreach (var (tabelle, saetze) in auskunft.Tabellen)
        {
            bogen.Heading(3, T("Auskunft.Tabelle", tabelle, saetze.Count));
            foreach (var satz in saetze)
                bogen.Paragraph(string.Join('\n', satz.Felder.Select(f => (f.Key, Text: Auskunftsansicht.Show(f.Value))).Where(f => f.Text is not null).Select(f => $"{f.Key}: {f.Text}")));
        }
    }

    private static void Fill(Druckbogen bogen, Klartexteintrag eintrag)
    {
        bogen.Heading(3, $"{T("Verlauf.EintragNr", eintrag.Nr)}: {eintrag.Titel}");
        bogen.Value(T("Auskunft.WirksamAm"), Datum(eintrag.WirksamAm));
        bogen.Value(T("Auskunft.Erfasst"), $"{Zeit(eintrag.ErfasstAm)}, {eintrag.ErfasstVon}");
        if (eintrag.Begruendung is { } grund)
            bogen.Value(T("Auskunft.Begruendung"), grund);
        if (eintrag.Berichtigt is { } alt)
            bogen.Value(T("Auskunft.Berichtigt"), T("Verlauf.EintragNr", alt));
        if (eintrag.ErsetztDurch is { } neu)
            bogen.Value(T("Auskunft.Ersetzt"), T("Verlauf.EintragNr", neu));
        if (eintrag.Besprechung is { } besprochen)
            bogen.Value(T("Auskunft.Besprechung"), besprochen);
        foreach (var angabe in eintrag.Angaben)
            bogen.Value(angabe.Label, angabe.Text);
    }
}
