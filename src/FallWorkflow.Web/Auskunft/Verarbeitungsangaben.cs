using FallWorkflow.Application.Auskunft;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Auskunft;

/// <summary>
/// What belongs to a copy beside the data (Art. 15 (1) a, c, d, g and h DSGVO): what for, whence, to whom, how long, and what a program decides.
/// Whence and to whom follow from the entries of the copy, how long from the concept.
/// </summary>
/// <param name="name">Name of a partner by id; null if nobody has it.</param>
internal sealed class Verarbeitungsangaben(Fallauskunft auskunft, Func<string, string?> name)
{
    // What was corrected after the copy was handed out stands in it as it was.
    private readonly List<Tatsache> _tatsachen = [.. auskunft.Eintraege.ExceptBy(auskunft.Eintraege.Select(e => e.Berichtigt), e => (Guid?)e.Id).Select(e => e.Tatsache)];

    public IReadOnlyList<Verarbeitungsangabe> Read() =>
    [
        Of("Zweck", [T("Zweck.Text"), T("Zweck.Freiwillig")]),
        Of("Herkunft", auskunft.Erteilt.IstAnteil ? [T("Herkunft.Mitglied")] : [.. Sources()]),
        Of("Empfaenger", auskunft.Erteilt.IstAnteil ? [T("Empfaenger.Mitglied")] : [.. Recipients()]),
        Of("Dauer", [auskunft.Aufbewahrung is { } frist ? T("Dauer.Frist", frist) : T("Dauer.Offen")]),
        Of("Entscheidung", [T("Entscheidung.Text")]),
    ];

    private IEnumerable<string> Sources()
    {
        yield return T("Herkunft.Person");
        if (Has<Uebergeben>())
            yield return T("Herkunft.Vermittlung");
        foreach (var zuweisung in Zuweisungen().Where(z => _tatsachen.Exists(t => t is ZuweisungAngenommen or ZuweisungAbgelehnt or RueckfrageGestellt or VerlaufGemeldet
            or ZuweisungBegonnen or ZuweisungBeendet or FallfuehrungBerichtet && t.Bezug == z.ZuweisungId)).DistinctBy(z => z.TraegerId))
        {
            yield return T("Herkunft.Traeger", NameOf(zuweisung));
        }

        if (Has<ArbeitgeberRueckmeldung>())
            yield return T("Herkunft.Arbeitgeber");
        if (Has<DokumentAbgelegt>())
            yield return T("Herkunft.Dokumente");
    }

    private IEnumerable<string> Recipients()
    {
        var gesendet = _tatsachen.OfType<ZuweisungGesendet>().ToLookup(g => g.ZuweisungId);
        var empfaenger = Zuweisungen().Where(z => gesendet.Contains(z.ZuweisungId)).ToList();
        foreach (var zuweisung in empfaenger)
        {
            var felder = gesendet[zuweisung.ZuweisungId].SelectMany(g => g.Felder).Distinct().Select(f => Formulartexte.Find($"Freigabe.{f}") ?? f);
            yield return T("Empfaenger.Traeger", NameOf(zuweisung), auskunft.Schwaerzung.Mask(zuweisung.Leistung), string.Join(", ", felder));
        }

        foreach (var freigabe in _tatsachen.OfType<DokumentFreigegeben>().DistinctBy(f => (f.DokumentId, f.ZuweisungId)))
        {
            if (empfaenger.FirstOrDefault(z => z.ZuweisungId == freigabe.ZuweisungId) is { } zuweisung
                && _tatsachen.OfType<DokumentAbgelegt>().LastOrDefault(d => d.DokumentId == freigabe.DokumentId) is { } dokument)
                yield return T("Empfaenger.Dokument", NameOf(zuweisung), auskunft.Schwaerzung.Mask(zuweisung.Leistung), auskunft.Schwaerzung.Mask(dokument.Titel));
        }

        if (empfaenger.Count == 0)
            yield return T("Empfaenger.Niemand");
        if (Has<FallkonferenzGehalten>())
            yield return T("Empfaenger.Fallkonferenz");
        if (Has<ArbeitgeberBeteiligt>())
            yield return T("Empfaenger.Arbeitgeber");
        yield return T("Empfaenger.Jobcenter");
    }

    private IEnumerable<ZuweisungVereinbart> Zuweisungen() => _tatsachen.OfType<ZuweisungVereinbart>();

    private string NameOf(ZuweisungVereinbart zuweisung) => name(zuweisung.TraegerId) ?? zuweisung.TraegerId;

    private bool Has<T>() => _tatsachen.Exists(t => t is T);

    private static Verarbeitungsangabe Of(string was, IReadOnlyList<string> absaetze) => new(T($"{was}.Titel"), absaetze);

    private static string T(string was, params object[] werte) => Seitentexte.T($"Auskunft.{was}", werte);
}
