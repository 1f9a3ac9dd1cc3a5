using System.Collections;
using System.Reflection;
using System.Text.Json;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Formulare;

namespace FallWorkflow.Web.Auskunft;

/// <summary>
/// Reads every value off a fact: by the members of its record, so that a new fact or a new member is read without a line here
/// and nothing can be forgotten. Only what was left empty is left out.
/// </summary>
internal static class Tatsachenleser
{
    public static IEnumerable<Wert> Read(Tatsache tatsache) => Read(tatsache, "", false);

    /// <summary>German label of a member; its name where there is no text, so that a value is never lost for want of one.</summary>
    public static string LabelOf(ParameterInfo mitglied)
    {
        var feld = JsonNamingPolicy.CamelCase.ConvertName(mitglied.Name!);
        return Formulartexte.FindLabel(mitglied.Member.DeclaringType!.Name, feld) ?? mitglied.Name!;
    }

    private static IEnumerable<Wert> Read(object record, string davor, bool dritte)
    {
        foreach (var mitglied in Schwaerzung.MembersOf(record.GetType()))
        {
            var inhalt = record.GetType().GetProperty(mitglied.Name!)!.GetValue(record);
            foreach (var wert in Read(mitglied, inhalt, davor + LabelOf(mitglied), dritte || Schwaerzung.IsThird(mitglied, record)))
                yield return wert;
        }
    }

    private static IEnumerable<Wert> Read(ParameterInfo mitglied, object? inhalt, string label, bool dritte)
    {
        switch (inhalt)
        {
            case null or "":
                break;
            case string or bool or int or DateOnly or TimeOnly or Guid or Enum:
                yield return new(label, JsonNamingPolicy.CamelCase.ConvertName(mitglied.Name!), inhalt, mitglied, dritte);
                break;
            case IEnumerable liste:
                var alle = liste.Cast<object>().ToList();
                for (var i = 0; i < alle.Count; i++)
                {
                    foreach (var wert in Read(mitglied, alle[i], alle.Count == 1 ? label : Seitentexte.T("Formular.Reihe", label, i + 1), dritte))
                        yield return wert;
                }

                break;
            default:
                foreach (var wert in Read(inhalt, label + ": ", dritte))
                    yield return wert;
                break;
        }
    }
}
