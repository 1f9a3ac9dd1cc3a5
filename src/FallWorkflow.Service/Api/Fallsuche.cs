using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Anmeldung;
using FallWorkflow.Web.Faelle;

namespace FallWorkflow.Service.Api;

/// <summary>What the list of Fälle can be asked for; all conditions must hold.</summary>
/// <param name="Text">Beginnings of words of name and number.</param>
/// <param name="Fallmanager">Id of the Fallmanager.</param>
/// <param name="OhneFallmanager">Only Fälle that nobody has yet.</param>
/// <param name="Bedarf">Area of a Handlungsbedarf.</param>
/// <param name="Ueberfaellig">Only Fälle with a last day before today.</param>
/// <param name="FaelligBis">Only Fälle with a last day up to this day.</param>
/// <param name="Fortsetzung">Value of <c>weiter</c> or <c>zurueck</c> of an answer to the same question.</param>
/// <param name="Groesse">Rows, 1 to 200; 50 if not named.</param>
/// <param name="Seite">Pages have no numbers any more; anything but 1 is refused, so that nobody reads the first page for ever.</param>
internal sealed record Fallanfrage(
    string? Text, string? Buero, string? Fallmanager, bool? OhneFallmanager, Fallstatus? Status, Phase? Phase, Bedarfsbereich? Bedarf,
    bool? Ueberfaellig, DateOnly? FaelligBis, Fallfolge? Folge, string? Fortsetzung, int? Groesse, int? Seite)
{
    /// <exception cref="InvalidInputException">Something of it cannot be asked for.</exception>
    public Fallfilter ToFilter(DateOnly heute)
    {
        if (Seite is not (null or 1))
            throw new InvalidInputException("seite", Texte.Of("Faelle.SeiteEntfallen"));
        var filter = new Fallfilter(
            Buero, Fallmanager, OhneFallmanager ?? false, Status, Phase, Bedarf, FaelligBis, Ueberfaellig == true ? heute : null, Text?.Trim(), Folge ?? Fallfolge.Nummer,
            Groesse: Math.Clamp(Groesse ?? 50, 1, Fallfilter.MaxGroesse));
        return filter.Validate().ToList() is { Count: > 0 } fehler ? throw new InvalidInputException(fehler) : filter;
    }
}

/// <summary>Some rows of the list of Fälle.</summary>
/// <param name="Gesamt">Fälle of the whole list, up to 1,000.</param>
/// <param name="IstMehr">There are more than <paramref name="Gesamt"/>.</param>
/// <param name="Zurueck">To be sent as <c>fortsetzung</c> for the rows before these; null at the beginning.</param>
/// <param name="Weiter">Likewise for the rows after these; null at the end.</param>
internal sealed record FalllisteAntwort(IReadOnlyList<Fallzeile> Zeilen, int Gesamt, bool IstMehr, int Groesse, string? Zurueck, string? Weiter);

/// <summary>The list of Fälle; each reading is logged.</summary>
internal static class Fallsuche
{
    public static async Task<FalllisteAntwort> ReadAsync(
        [AsParameters] Fallanfrage anfrage, IAbfragen abfragen, Lesezugriff lesen, Fortsetzungen fortsetzungen, TimeProvider uhr, HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        var filter = anfrage.ToFilter(Ortszeit.DateOf(uhr.GetUtcNow()));
        if (anfrage.Fortsetzung is { } fortsetzung)
        {
            filter = filter with
            {
                Ab = fortsetzungen.Read(fortsetzung, filter, akteur) ?? throw new InvalidInputException("fortsetzung", Texte.Of("Faelle.FortsetzungUngueltig")),
            };
        }

        await lesen.LogListAsync(akteur, "Fallliste", context.RequestAborted);
        var liste = await abfragen.FaelleAsync(akteur, filter, context.RequestAborted);
        return new(
            liste.Zeilen, liste.Gesamt, liste.IstMehr, filter.Groesse,
            fortsetzungen.Of(liste.Zurueck, filter, akteur), fortsetzungen.Of(liste.Weiter, filter, akteur));
    }
}
