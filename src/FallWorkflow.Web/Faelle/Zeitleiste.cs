using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Faelle;

/// <summary>One item of a timeline: an entry of the Akte, or something a process did.</summary>
/// <param name="Art">For the filter: <c>akte</c>, <c>aufgaben</c>, <c>nachrichten</c> or <c>fristen</c>.</param>
internal sealed record Zeitpunkt(
    string Art, DateOnly Datum, DateTimeOffset At, string Titel, string? Detail, string? Von = null, Eintrag? Eintrag = null)
{
    public IReadOnlyList<(string Label, string Wert)> Angaben { get; init; } = [];

    /// <summary>Entry that corrects this one.</summary>
    public Eintrag? ErsetztDurch { get; init; }

    public Eintrag? Ersetzt { get; init; }

    public bool DarfBerichtigen { get; init; }

    /// <summary>Whether the entry is final and was discussed (R24); null where there is nothing to discuss.</summary>
    public string? Besprechung { get; init; }
}

/// <summary>Merges Akte and Verlauf, newest first.</summary>
internal static class Zeitleiste
{
    public static IReadOnlyList<string> Filter { get; } = ["alles", "akte", "aufgaben", "nachrichten", "fristen"];

    public static IReadOnlyList<Zeitpunkt> Build(
        Fall fall, IReadOnlyList<Verlaufsereignis> verlauf, Formularkontext kontext, Func<string, string> name)
    {
        kontext = kontext with { ZumLesen = true };
        var eintraege = fall.Akte.ToDictionary(e => e.Id);
        // What an entry caused in the Verlauf repeats the entry; it is shown once.
        var ereignisse = verlauf.Where(v => !(Guid.TryParse(v.Bezug, out var id) && eintraege.ContainsKey(id)));
        return
        [
            .. fall.Akte.Select(e => Of(fall, e, eintraege, kontext, name))
                .Concat(ereignisse.Select(v => new Zeitpunkt(KindOf(v.Art), v.Datum, v.At, TitleOf(v), v.Detail)))
                .OrderByDescending(z => z.Datum).ThenByDescending(z => z.At).ThenByDescending(z => z.Eintrag?.Nr ?? 0),
        ];
    }

    private static Zeitpunkt Of(Fall fall, Eintrag eintrag, Dictionary<Guid, Eintrag> eintraege, Formularkontext kontext, Func<string, string> name)
    {
        var art = TatsachenKatalog.ArtOf(eintrag.Tatsache);
        var ersetzt = fall.Akte.FirstOrDefault(e => e.Berichtigt == eintrag.Id);
        return new("akte", eintrag.WirksamAm, eintrag.ErfasstAm, Formulartexte.Titel(art.Name), eintrag.Begruendung, name(eintrag.ErfasstVon), eintrag)
        {
            Angaben = eintrag.Tatsache is AbweichungBeantragt antrag
                ? [.. new Klartext(fall, name, Schwaerzung.Keine).AngabenOf(antrag).Select(a => (a.Label, a.Text))]
                : art.Rollen.Count == 0 ? [] : Angabenleser.Read(Formularbauer.Build(art, kontext), eintrag.Tatsache),
            ErsetztDurch = ersetzt,
            Ersetzt = eintrag.Berichtigt is { } alt ? eintraege.GetValueOrDefault(alt) : null,
            Besprechung = ersetzt is null ? ShowBesprechung(fall.BesprechungOf(eintrag)) : null,
            DarfBerichtigen = ersetzt is null && art.Rollen.Contains(kontext.Akteur.Rolle),
        };
    }

    private static string? ShowBesprechung((Besprechungsstand Stand, DateOnly? Am) besprechung) => besprechung switch
    {
        (Besprechungsstand.KeineNotiz, _) => null,
        (Besprechungsstand.Besprochen, { } am) => Seitentexte.T("Verlauf.Besprochen", Seitentexte.Datum(am)),
        var (stand, _) => Domain.Begriffe.Of(stand),
    };

    private static string KindOf(string art) => art switch
    {
        Verlaufsarten.NachrichtGesendet or Verlaufsarten.NachrichtEmpfangen => "nachrichten",
        Verlaufsarten.FristVerschoben or Verlaufsarten.Erinnerung or Verlaufsarten.Eskalation => "fristen",
        _ when art.StartsWith("Aufgabe", StringComparison.Ordinal) => "aufgaben",
        _ => "akte",
    };

    private static string TitleOf(Verlaufsereignis ereignis) => $"{Seitentexte.T($"Verlauf.{ereignis.Art}")}: {ereignis.Titel}";
}
