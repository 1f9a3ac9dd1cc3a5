using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Faelle;

/// <summary>
/// Whether the people and partners that a fact names exist. A Fall in the hands of somebody unknown would be out of everybody's
/// reach, and a referral to an unknown partner would wait in a queue that nobody reads.
/// </summary>
internal static class Beteiligtenpruefung
{
    /// <exception cref="InvalidInputException">Somebody named does not exist, or not in this part; the message names who does.</exception>
    public static async Task RequireAsync(IStammdaten stammdaten, Fall fall, Tatsache tatsache, CancellationToken cancellation)
    {
        // What is wrong with the fact by itself is named by the fact, all of it at once.
        if (tatsache.Validate().Any())
            return;
        switch (tatsache)
        {
            case ZuweisungVereinbart { TraegerId: { Length: > 0 } id } when await stammdaten.FindTraegerAsync(id, cancellation) is null:
                var traeger = await stammdaten.TraegerAsync(cancellation);
                throw new InvalidInputException("traegerId", Texte.Of("TraegerUnbekannt", id, string.Join(", ", traeger.Select(t => t.Id))));
            case UebergabeAngenommen { FallmanagerId: { Length: > 0 } id }:
                await RequireFallmanagerAsync(stammdaten, fall, id, cancellation);
                break;
            case FallmanagerGewechselt { FallmanagerId: { Length: > 0 } id }:
                await RequireFallmanagerAsync(stammdaten, fall, id, cancellation);
                break;
        }
    }

    /// <summary>Only a Fallmanager of the Fall's office may see it, so only one of them can have it.</summary>
    private static async Task RequireFallmanagerAsync(IStammdaten stammdaten, Fall fall, string id, CancellationToken cancellation)
    {
        if (await stammdaten.FindBenutzerAsync(id, cancellation) is { Rolle: Rollen.Fallmanager } person && person.BueroId == fall.BueroId)
            return;
        var personen = await stammdaten.BenutzerAsync(fall.BueroId, Rollen.Fallmanager, cancellation);
        throw new InvalidInputException("fallmanagerId", Texte.Of("FallmanagerUnbekannt", id, string.Join(", ", personen.Select(p => p.Id))));
    }
}
