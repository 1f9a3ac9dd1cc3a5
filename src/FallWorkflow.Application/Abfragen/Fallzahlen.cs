using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>The caseload of one Fallmanager (R84).</summary>
/// <param name="Laufend">Running Fälle.</param>
/// <param name="Nachbetreuung">Fälle in aftercare, which count apart.</param>
public sealed record Fallzahl(string FallmanagerId, string Name, int Laufend, int Nachbetreuung);

/// <summary>The caseloads of an office, for the team lead's page and API alike.</summary>
public static class Fallzahlen
{
    public static async Task<IReadOnlyList<Fallzahl>> OfAsync(
        string bueroId, Akteur akteur, IStammdaten stammdaten, IAbfragen abfragen, CancellationToken cancellation = default)
    {
        var zahlen = new List<Fallzahl>();
        foreach (var person in await stammdaten.BenutzerAsync(bueroId, Rollen.Fallmanager, cancellation))
        {
            var laufend = await abfragen.FaelleAsync(akteur, new(bueroId, person.Id, Fallstatus.Laufend, Groesse: 1), cancellation);
            var nachbetreuung = await abfragen.FaelleAsync(akteur, new(bueroId, person.Id, Fallstatus.Nachbetreuung, Groesse: 1), cancellation);
            zahlen.Add(new(person.Id, person.Name, laufend.Gesamt, nachbetreuung.Gesamt));
        }

        return zahlen;
    }
}
