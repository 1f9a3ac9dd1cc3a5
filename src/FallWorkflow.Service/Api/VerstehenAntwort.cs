using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Service.Api;

/// <summary>What is understood of the person's situation, and what is still to be discussed with them.</summary>
/// <param name="ZuBesprechen">Entries on the agenda of the next contact (R24).</param>
internal sealed record VerstehenAntwort(
    IReadOnlyList<Vorkontakt> Vorkontakte, BildAntwort? Erstbild, IReadOnlyList<BereichsbildAntwort> Bereichsbilder, IReadOnlyList<Hilfe> Hilfen,
    IReadOnlyList<Leistungsbild> Leistungen, Bildungsteilhabe? BildungUndTeilhabe, IReadOnlyList<Haushaltsmitglied> Haushalt,
    IReadOnlyList<Sichtweise> Sichtweisen, IReadOnlyList<Assistenz> Assistenzen, int FallmanagerWechsel, IReadOnlyList<ZuBesprechenAntwort> ZuBesprechen)
{
    public static VerstehenAntwort Of(Fall f) => new(
        f.Vorkontakte, f.Erstbild is { } bild ? new(bild.Am, bild.Bild) : null, [.. f.Bereichsbilder.Values.Select(b => new BereichsbildAntwort(b.Am, b.Bild))],
        f.Hilfen, f.Leistungsbilder, f.BildungUndTeilhabe, [.. f.Haushalt], f.Sichtweisen, f.Assistenzen, f.FallmanagerWechsel,
        [.. f.ZuBesprechen.Select(e => ZuBesprechenAntwort.Of(f, e))]);
}

/// <summary>The first picture of problems and resources, of the day of the first interview (R15).</summary>
internal sealed record BildAntwort(DateOnly Am, string Bild);

/// <summary>The latest picture of one life area (R18), with the day of the assessment.</summary>
internal sealed record BereichsbildAntwort(DateOnly Am, Bereichsbild Bild);

/// <summary>An entry that was not discussed yet.</summary>
internal sealed record ZuBesprechenAntwort(Guid Id, long Nr, string Art, string Bezeichnung, DateOnly WirksamAm, Besprechungsstand Besprechung)
{
    public static ZuBesprechenAntwort Of(Fall fall, Eintrag eintrag)
    {
        var art = TatsachenKatalog.ArtOf(eintrag.Tatsache).Name;
        return new(eintrag.Id, eintrag.Nr, art, Application.Texte.Of($"Tatsache.{art}"), eintrag.WirksamAm, fall.BesprechungOf(eintrag).Stand);
    }
}
