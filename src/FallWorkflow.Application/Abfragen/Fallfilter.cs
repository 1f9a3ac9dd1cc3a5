using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>Which Fälle of those that a person may see, and in which order; null does not restrict. All conditions must hold.</summary>
/// <param name="OhneFallmanager">Only Fälle that nobody has yet.</param>
/// <param name="Bedarf">Area of one of the Handlungsbedarfe that the latest check of access, or else the handover, names.</param>
/// <param name="FaelligBis">The earliest last day of the open tasks is this day or before.</param>
/// <param name="FaelligVor">It is before this day; with today, what is overdue.</param>
/// <param name="Text">Beginnings of words of name and number, see <see cref="Suchwoerter"/>.</param>
/// <param name="Ab">Where to go on; null: at the beginning. Of the same <paramref name="Folge"/>.</param>
/// <param name="Groesse">Rows, 1 to <see cref="MaxGroesse"/>.</param>
public sealed record Fallfilter(
    string? BueroId = null,
    string? FallmanagerId = null,
    bool OhneFallmanager = false,
    Fallstatus? Status = null,
    Phase? Phase = null,
    Bedarfsbereich? Bedarf = null,
    DateOnly? FaelligBis = null,
    DateOnly? FaelligVor = null,
    string? Text = null,
    Fallfolge Folge = Fallfolge.Nummer,
    Listenstelle? Ab = null,
    int Groesse = 50)
{
    public const int MaxGroesse = 200;

    /// <summary>What a person has to change; empty if the list can be read.</summary>
    public IEnumerable<Eingabefehler> Validate()
    {
        foreach (var (feld, wert) in new (string, Enum?)[] { ("status", Status), ("phase", Phase), ("bedarf", Bedarf), ("folge", Folge) })
        {
            if (wert is not null && !Enum.IsDefined(wert.GetType(), wert))
                yield return new(feld, Texte.Of("Fallfilter.Auswahl"));
        }

        if (OhneFallmanager && FallmanagerId is not null)
            yield return new("ohneFallmanager", Texte.Of("Fallfilter.Fallmanager"));
        if (Text?.Length > Suchwoerter.MaxZeichen)
            yield return new("text", Texte.Of("Fallfilter.TextZuLang", Suchwoerter.MaxZeichen));
        else if (Text is not null && Suchwoerter.Gesucht(Text).Count > Suchwoerter.MaxWoerter)
            yield return new("text", Texte.Of("Fallfilter.ZuVieleWoerter", Suchwoerter.MaxWoerter));
    }
}
