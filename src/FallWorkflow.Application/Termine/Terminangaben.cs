using System.Globalization;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Termine;

/// <summary>An appointment in words.</summary>
public static class Terminangaben
{
    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>For example <c>Mittwoch, 3. März 2027, 10:00 Uhr</c>.</summary>
    public static string When(Termin termin) => Texte.Of("Termin.Wann", termin.Am.ToString("dddd, d. MMMM yyyy", Deutsch), termin.Um.ToString("HH:mm", Deutsch));

    /// <summary>For the client's letter and the pages: the place, or that it is by telephone or video.</summary>
    public static string Where(Termin termin) => termin.Form is Kontaktform.Telefon or Kontaktform.Video && string.IsNullOrWhiteSpace(termin.Ort)
        ? Begriffe.Of(termin.Form)
        : string.IsNullOrWhiteSpace(termin.Ort) ? Texte.Of("Termin.OrtWieVereinbart") : termin.Ort;

    /// <summary>
    /// For what leaves the house unsealed (mail, calendar file): the place of a partner or a person's home would say something about the
    /// client, so only the own office is named; null: as agreed.
    /// </summary>
    public static string? WhereOutside(Termin termin) => termin.Form switch
    {
        Kontaktform.Buero => termin.Ort,
        Kontaktform.Telefon or Kontaktform.Video => Begriffe.Of(termin.Form),
        _ => null,
    };
}
