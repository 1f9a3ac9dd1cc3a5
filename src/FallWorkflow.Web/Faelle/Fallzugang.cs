using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Web.Faelle;

/// <summary>The pages' way to a Fall; access policy and read log are <see cref="Lesezugriff"/>'s (R88).</summary>
internal sealed class Fallzugang(IUnitOfWorkFactory uows, Lesezugriff lesen, TimeProvider clock)
{
    public DateOnly Heute => Ortszeit.DateOf(clock.GetUtcNow());

    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<Fallblick> ReadAsync(Guid fallId, Akteur akteur, string zweck, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        var fall = await lesen.ReadAsync(uow, fallId, akteur, zweck, cancellation);
        var buero = await uow.BueroAsync(fall.BueroId, cancellation);
        var konzept = await uow.FachkonzeptAsync(fall.BueroId, Heute, cancellation);
        return new(fall, buero, konzept, await uow.OffeneAufgabenAsync(fallId, cancellation), Heute);
    }

    /// <summary>The Fall of a referral; whether the person may see it is for the caller or the command to ask.</summary>
    public async Task<Guid?> FindFallOfAsync(string zuweisungId, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        return await uow.FindFallOfZuweisungAsync(zuweisungId, cancellation);
    }

    /// <summary>Logs that a partner read its own referral.</summary>
    public async Task LogZuweisungAsync(string zuweisungId, Akteur akteur, CancellationToken cancellation) =>
        await lesen.LogAsync(await FindFallOfAsync(zuweisungId, cancellation), akteur, "Zuweisung", cancellation: cancellation);

    /// <summary>True if the partner of this referral leads the work with the client (R65).</summary>
    public async Task<bool> IsBeauftragtAsync(string zuweisungId, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        return await uow.FindFallOfZuweisungAsync(zuweisungId, cancellation) is { } id
            && (await uow.FindFallAsync(id, cancellation))?.BeauftragterDritter == zuweisungId;
    }

    /// <summary>Target groups that the concept of the person's office knows (R04, R45).</summary>
    public async Task<IReadOnlyList<string>> ZielgruppenAsync(Akteur akteur, CancellationToken cancellation)
    {
        if (akteur.BueroId is null)
            return [];
        await using var uow = uows.Begin();
        return (await uow.FachkonzeptAsync(akteur.BueroId, Heute, cancellation)).AlleZielgruppen;
    }

    /// <summary>Logs that a list was read; lists hold only what the access policy lets the person see.</summary>
    public Task LogListAsync(Akteur akteur, string zweck, CancellationToken cancellation) => lesen.LogListAsync(akteur, zweck, cancellation);
}
