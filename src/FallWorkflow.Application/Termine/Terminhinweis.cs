using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Termine;

/// <summary>What to look at again in an appointment: nothing of it is refused, since people meet when it suits them.</summary>
public static class Terminhinweis
{
    /// <param name="andere">Appointments of the same Fallmanager; what does not overlap, is closed or is the same one is passed over.</param>
    public static IReadOnlyList<string> Of(Guid fallId, string terminId, DateTimeOffset beginn, DateTimeOffset ende, Arbeitskalender kalender, IEnumerable<Terminzeile> andere)
    {
        var tag = Ortszeit.DateOf(beginn);
        var hinweise = new List<string>();
        if (kalender.FeiertagName(tag) is { } feiertag)
            hinweise.Add(Texte.Of("Termin.AmFeiertag", feiertag));
        else if (!kalender.IsWerktag(tag))
            hinweise.Add(Texte.Of("Termin.AmWochenende"));
        hinweise.AddRange(andere
            .Where(a => a.Stand == Terminstand.Vereinbart && a.Beginn < ende && beginn < a.Ende && !(a.FallId == fallId && a.TerminId == terminId))
            .Select(a => Texte.Of("Termin.UeberschneidetSich", Ortszeit.TimeOf(a.Beginn), Ortszeit.TimeOf(a.Ende))));
        return hinweise;
    }

    public static IReadOnlyList<string> Of(Fall fall, Termin termin, Arbeitskalender kalender, IEnumerable<Terminzeile> andere) =>
        !termin.IstOffen ? [] :
        [
            .. Of(fall.Id, termin.Id, termin.Beginn, termin.Ende, kalender, andere),
            .. fall.Pausen.Where(p => p.Von <= termin.Am && termin.Am <= p.Bis).Take(1).Select(_ => Texte.Of("Termin.InPause")),
        ];
}
