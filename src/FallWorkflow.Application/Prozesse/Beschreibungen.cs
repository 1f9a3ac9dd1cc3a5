using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Prozesse;

/// <summary>What process designers read about the case activities; texts come from Texte.resx.</summary>
internal static class Beschreibungen
{
    public static InputDescriptor Eingabe(string name, string typ = "String", bool pflicht = false, IReadOnlyList<string>? auswahl = null) =>
        new(name, typ, Texte.Of($"Eingabe.{name}"), Texte.Of($"Eingabe.{name}.Hilfe"), pflicht, auswahl);

    public static ActivityDescriptor Aktivitaet(
        string kurzname, IReadOnlyList<InputDescriptor> eingaben, IReadOnlyList<string> ports, bool wartet = false,
        Func<ActivityDefinition, IEnumerable<string>>? weiterePorts = null, Func<ActivityDefinition, IEnumerable<ActivityProblem>>? pruefung = null) =>
        new($"FallWorkflow.{kurzname}", Texte.Of($"Aktivitaet.{kurzname}"), Texte.Of("Aktivitaet.Kategorie"), Texte.Of($"Aktivitaet.{kurzname}.Hilfe"), eingaben, ports, weiterePorts)
        {
            Waits = wartet,
            Check = pruefung,
        };

    /// <summary>Inputs that describe a period.</summary>
    public static IReadOnlyList<InputDescriptor> Fristeingaben(string ankerEingabe, bool pflicht) =>
    [
        Eingabe(ankerEingabe, pflicht: pflicht, auswahl: Ankerpunkte.Alle),
        Eingabe("parameter", auswahl: Fachkonzept.Parameter.ToList()),
        Eingabe("wert"),
        Eingabe("vielfaches", "Int32"),
        Eingabe("ruhtBeiPause", "Boolean"),
        Eingabe("bezug"),
    ];

    /// <summary>The list written into an input, where it is a literal; the ports follow from it.</summary>
    public static IReadOnlyList<string> Liste(ActivityDefinition aktivitaet, string name) =>
        aktivitaet.Inputs.TryGetValue(name, out var eingabe) && eingabe.Type is "Literal" or "Object" ? Eingaben.Split(aktivitaet.Inputs[name].Value) : [];

    public static IEnumerable<ActivityProblem> PruefeFrist(ActivityDefinition aktivitaet, string ankerEingabe)
    {
        // A value stands for its parameter, so it has to be in the unit that the parameter is counted in.
        foreach (var (name, parameter) in ((string, string)[])[("wert", "parameter"), ("vorlaufWert", "vorlaufParameter")])
        {
            if (Literal(aktivitaet, name) is { Length: > 0 } text && !Fristparameter.IsValid(Literal(aktivitaet, parameter) ?? "", text, out var fehler))
                yield return new(fehler, Texte.Of("Abhilfe.Frist"), name);
        }

        var hatAnker = aktivitaet.Inputs.ContainsKey(ankerEingabe) && Literal(aktivitaet, ankerEingabe) is not "";
        if (hatAnker && Literal(aktivitaet, ankerEingabe) != Ankerpunkte.Termin && !aktivitaet.Inputs.ContainsKey("wert") && !aktivitaet.Inputs.ContainsKey("parameter"))
            yield return new(Texte.Of("Problem.FristOhneWert"), Texte.Of("Abhilfe.FristOhneWert"), "parameter");
    }

    public static IEnumerable<ActivityProblem> PruefeEreignisse(ActivityDefinition aktivitaet, string name)
    {
        foreach (var ereignis in Liste(aktivitaet, name).Where(e => TatsachenKatalog.Find(e) is null))
            yield return new(Texte.Of("Problem.EreignisUnbekannt", ereignis), Texte.Of("Abhilfe.EreignisUnbekannt", Nearest(ereignis)), name);
    }

    public static string? Literal(ActivityDefinition aktivitaet, string name) =>
        aktivitaet.Inputs.TryGetValue(name, out var eingabe) && eingabe.Type == "Literal" ? eingabe.Value?.ToString().Trim() : null;

    private static string Nearest(string ereignis) =>
        TatsachenKatalog.Alle.Select(a => a.Name).OrderBy(n => Distance(n, ereignis)).First();

    private static int Distance(string a, string b)
    {
        var zeile = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var schraeg = zeile[0];
            zeile[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (schraeg, zeile[j]) = (zeile[j], Math.Min(Math.Min(zeile[j], zeile[j - 1]) + 1, schraeg + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return zeile[b.Length];
    }
}
