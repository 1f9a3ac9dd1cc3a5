using FallWorkflow.Application.Abfragen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Faelle;

/// <summary>
/// A mistyped number of another open Vorkontakt would join two people. So a second detail must agree: every word of the name that was
/// given then, or, since nobody has to give one, the day of a contact.
/// </summary>
internal static class Vorkontaktabgleich
{
    /// <summary>What does not agree; null if the handover may go on with this Akte.</summary>
    public static Eingabefehler? Compare(Fall fall, Uebergeben uebergabe)
    {
        if (uebergabe.VorkontaktAm is { } tag)
            return fall.Vorkontakte.Any(v => v.Am == tag) ? null : new("vorkontaktAm", Texte.Of("VorkontaktAndererTag", fall.Nummer));
        var genannt = Suchwoerter.Words(fall.Person?.Name ?? "").ToList();
        var name = Suchwoerter.Words(uebergabe.Person.Name).ToHashSet(StringComparer.Ordinal);
        return genannt.Count > 0 && genannt.TrueForAll(name.Contains) ? null : new("vorkontaktAm", Texte.Of("VorkontaktAndererPerson", fall.Nummer));
    }
}
