using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Auskunft;

/// <summary>
/// A Fall for advice among colleagues (R83): no name, place, number or id; days as months; free text only of entries that the
/// Fallmanager has looked through, and even there without what the Akte knows to be a name or a number.
/// </summary>
internal sealed partial class Beratungssicht(Lesezugriff lesen, Auskunftstext namen)
{
    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<Beratungsfall> ReadAsync(Guid fallId, Akteur akteur, CancellationToken cancellation)
    {
        var fall = await lesen.ReadBeratungAsync(fallId, akteur, cancellation);
        return Build(fall, (await namen.NamesAsync(cancellation)).Values, Zugriffspolitik.MayRead(akteur, fall));
    }

    internal static Beratungsfall Build(Fall fall, IEnumerable<string> namen, bool istEigener)
    {
        var verborgen = NamesOf(fall, namen);
        return new(
            Begriffe.Of(fall.Status), string.Join(", ", fall.Phasen.Select(p => Begriffe.Of(p))), fall.Beratungsfrage is { } frage ? Clean(frage, verborgen) : null,
            [.. fall.Akte.Where(e => !fall.IsSuperseded(e)).Select(e => new Beratungseintrag(
                e.Nr, Formulartexte.Titel(TatsachenKatalog.ArtOf(e.Tatsache).Name), Month(e.WirksamAm), [.. Lines(e, fall.Durchgesehen.Contains(e.Id), verborgen)]))], istEigener);
    }

    private static IEnumerable<Klartextangabe> Lines(Eintrag eintrag, bool durchgesehen, Regex? verborgen)
    {
        foreach (var wert in Tatsachenleser.Read(eintrag.Tatsache).Where(w => NamesIn(w) is null))
        {
            var text = wert.Inhalt switch
            {
                // What says nothing but a choice, an answer or a measure names nobody.
                bool ja => Seitentexte.T(ja ? "Ja" : "Nein"),
                Enum begriff => Begriffe.Of(begriff),
                int zahl => zahl.ToString(CultureInfo.InvariantCulture),
                DateOnly tag => Month(tag),
                string frei when !IsId(wert) && !wert.Dritte => durchgesehen ? Clean(frei, verborgen) : "",
                _ => null,
            };
            if (text is not null)
                yield return text.Length > 0 ? new(wert.Label, text) : new(wert.Label, Seitentexte.T("Beratung.NichtDurchgesehen"), IstPlatzhalter: true);
        }
    }

    private static string Month(DateOnly tag) => tag.ToString("MMMM yyyy", Deutsch);

    private static NenntNamenAttribute? NamesIn(Wert wert) => wert.Herkunft.GetCustomAttribute<NenntNamenAttribute>();

    private static bool IsId(Wert wert) =>
        wert.Feld.EndsWith("Id", StringComparison.Ordinal) || wert.Feld.EndsWith("Ids", StringComparison.Ordinal)
        || wert.Feld is "uebergeordnetesZiel" or "vorkontakt" or "daten" or "sha256";

    private static string Clean(string text, Regex? verborgen) => Gaps().Replace(Numbers().Replace(verborgen?.Replace(text, "…") ?? text, "…"), "…");

    private static Regex? NamesOf(Fall fall, IEnumerable<string> namen)
    {
        var inDerAkte = fall.Akte.SelectMany(e => Tatsachenleser.Read(e.Tatsache)).Where(w => NamesIn(w) is { NurHier: false }).Select(w => w.Inhalt).OfType<string>();
        return Namenswoerter.PatternOf(namen.Concat(inDerAkte).Append(fall.Nummer).SelectMany(Namenswoerter.Of));
    }

    /// <summary>Days, house and telephone numbers, sums: anything with two digits or more.</summary>
    [GeneratedRegex(@"\d[\d./\- ]*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    /// <summary>Several words that were taken out side by side.</summary>
    [GeneratedRegex(@"…(?:\s+…)+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
