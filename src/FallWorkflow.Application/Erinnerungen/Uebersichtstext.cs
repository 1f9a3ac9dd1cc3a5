using System.Text;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Application.Erinnerungen;

/// <summary>A person's overview of a day. Each task stands once, where it is most urgent; tasks held by a pause are left out.</summary>
internal sealed class Uebersichtstext
{
    private readonly DateOnly _tag;
    private readonly Erinnerungsoptionen _optionen;
    private readonly List<Tagesaufgabe> _ueberfaellig;
    private readonly List<Tagesaufgabe> _dieseWoche;
    private readonly List<Tagesaufgabe> _neu;

    /// <param name="seit">A task that came at or after this instant is new.</param>
    public Uebersichtstext(DateOnly tag, DateTimeOffset seit, IEnumerable<Tagesaufgabe> aufgaben, Erinnerungsoptionen optionen)
    {
        _tag = tag;
        _optionen = optionen;
        var sonntag = tag.AddDays((7 - (int)tag.DayOfWeek) % 7);
        var offene = aufgaben.Where(a => !(a.RuhtVon <= tag && tag <= a.RuhtBis)).ToList();
        _ueberfaellig = Sorted(offene.Where(a => a.FaelligAm < tag));
        _dieseWoche = Sorted(offene.Where(a => a.FaelligAm >= tag && a.FaelligAm <= sonntag));
        _neu = Sorted(offene.Where(a => a.ErstelltAm >= seit).Except(_ueberfaellig).Except(_dieseWoche));
    }

    public bool IsEmpty => _ueberfaellig.Count + _dieseWoche.Count + _neu.Count == 0;

    public string Betreff =>
        Texte.Of("Uebersicht.Betreff", _tag, _ueberfaellig.Count, _dieseWoche.Count, _neu.Count);

    public string Text
    {
        get
        {
            var text = new StringBuilder(Texte.Of("Uebersicht.Anfang", _tag));
            Append(text, "Uebersicht.Ueberfaellig", _ueberfaellig);
            Append(text, "Uebersicht.DieseWoche", _dieseWoche);
            Append(text, "Uebersicht.Neu", _neu);
            return text.ToString();
        }
    }

    private void Append(StringBuilder text, string titel, List<Tagesaufgabe> aufgaben)
    {
        if (aufgaben.Count == 0)
            return;
        text.Append("\n\n").Append(Texte.Of(titel));
        foreach (var aufgabe in aufgaben)
        {
            text.Append("\n- ").Append(aufgabe.FaelligAm is { } tag
                ? Texte.Of("Uebersicht.Zeile", aufgabe.Titel, aufgabe.Fallnummer, tag)
                : Texte.Of("Uebersicht.ZeileOhneFrist", aufgabe.Titel, aufgabe.Fallnummer));
            if (_optionen.AufgabeUrl(aufgabe.Id) is { } url)
                text.Append("\n  ").Append(url);
        }
    }

    private static List<Tagesaufgabe> Sorted(IEnumerable<Tagesaufgabe> aufgaben) =>
        [.. aufgaben.OrderBy(a => a.FaelligAm ?? DateOnly.MaxValue).ThenBy(a => a.Fallnummer, StringComparer.Ordinal).ThenBy(a => a.Titel, StringComparer.Ordinal)];
}
