using System.Text;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Web.Formulare;

/// <summary>A form with what was typed and what is wrong, as a page shows it.</summary>
internal sealed class Formularansicht(Formular formular, Eingaben eingaben)
{
    private readonly List<Eingabefehler> _fehler = [];

    public Formular Formular { get; } = formular;

    public Eingaben Eingaben { get; } = eingaben;

    public IReadOnlyList<Eingabefehler> Fehler => _fehler;

    public Feldansicht WirksamAm => Frame(Rahmenfelder.WirksamAm, Feldart.Datum, typeof(DateOnly), pflicht: true);

    public Feldansicht Bestaetigt => Frame(Rahmenfelder.Bestaetigt, Feldart.Haken, typeof(bool), pflicht: false);

    public Feldansicht Begruendung => Frame(Rahmenfelder.Begruendung, Feldart.Langtext, typeof(string), pflicht: true, IsCorrection ? ".Berichtigung" : "");

    public bool IsCorrection => Eingaben[Rahmenfelder.Berichtigt] is { Length: > 0 };

    /// <summary>The reason is asked for where a rule offers to be departed from, and for every correction.</summary>
    public bool ZeigtBegruendung => IsCorrection || Eingaben.Has(Rahmenfelder.Abweichung) || !string.IsNullOrEmpty(Eingaben[Rahmenfelder.Begruendung]);

    public bool ZeigtBestaetigung => Eingaben.Has(Rahmenfelder.Bestaetigt)
        || _fehler.Any(f => f.Feld == Rahmenfelder.WirksamAm && f.Meldung == Meldung.Of("DatumKeinWerktag"));

    public void Add(Eingabefehler fehler) => _fehler.Add(fehler);

    public void AddRange(IEnumerable<Eingabefehler> fehler) => _fehler.AddRange(fehler);

    public IEnumerable<string> FehlerAn(string pfad) => _fehler.Where(f => f.Feld == pfad).Select(f => f.Meldung);

    /// <summary>Rows a list shows: what was posted, at least the minimum.</summary>
    public int RowsOf(Feld feld, string pfad) => feld.Schluessel is not null
        ? feld.Optionen.Count
        : Math.Min(Formularleser.MaxReihen, Math.Max(feld.Mindestreihen, Eingaben.RowsOf(pfad) + (Eingaben[Rahmenfelder.Mehr] == pfad ? 1 : 0)));

    /// <summary>Id of a field in the page, made of its path.</summary>
    public static string IdOf(string pfad)
    {
        var id = new StringBuilder("feld", pfad.Length + 8);
        foreach (var zeichen in pfad)
        {
            if (char.IsAsciiLetterOrDigit(zeichen))
                id.Append(id.Length == 4 ? "-" : "").Append(zeichen);
            else if (zeichen is '[' or '.')
                id.Append('-');
        }

        return id.ToString();
    }

    /// <summary>Label for the summary of errors; null if the page shows no such field.</summary>
    public string? LabelOf(string pfad)
    {
        if (pfad == Rahmenfelder.WirksamAm)
            return WirksamAm.Feld.Label;
        if (pfad == Rahmenfelder.Begruendung)
            return Begruendung.Feld.Label;
        var teile = pfad.Split('.');
        var name = teile[0].Split('[')[0];
        if (Formular.Feld(name) is not { } feld || feld.Art == Feldart.Verborgen)
            return null;
        if (teile.Length == 1 || feld.Kind(teile[1]) is not { } kind)
            return feld.Label;
        var index = teile[0].Length > name.Length ? int.Parse(teile[0].AsSpan(name.Length + 1, teile[0].Length - name.Length - 2), System.Globalization.CultureInfo.InvariantCulture) : -1;
        var reihe = index < 0 ? feld.Label : feld.Schluessel is null ? Seitentexte.T("Formular.Reihe", feld.Label, index + 1) : feld.Optionen[index].Text;
        return $"{reihe}, {kind.Label}";
    }

    private Feldansicht Frame(string name, Feldart art, Type typ, bool pflicht, string zusatz = "") => new(
        new Feld(name, typ, art, pflicht, Formulartexte.Of($"Feld.{name}{zusatz}"), Formulartexte.Find($"Feld.{name}{zusatz}.Hinweis")), name, this);
}
