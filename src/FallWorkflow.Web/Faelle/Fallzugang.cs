using FallWorkflow.Application;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Web.Faelle;

/// <summary>The pages' way to a Fall: checks the access policy and writes the read log before anything is shown (R88).</summary>
internal sealed class Fallzugang(IUnitOfWorkFactory uows, IZugriffsprotokoll protokoll, TimeProvider clock)
{
    public DateOnly Heute => Ortszeit.DateOf(clock.GetUtcNow());

    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<Fallblick> ReadAsync(Guid fallId, Akteur akteur, string zweck, CancellationToken cancellation)
    {
        var blick = await LoadAsync(fallId, cancellation);
        Zugriffspolitik.RequireRead(akteur, blick.Fall);
        await LogAsync(fallId, akteur, zweck, cancellation);
        return blick;
    }

    /// <summary>The Fall of a referral; whether the person may see it is for the caller or the command to ask.</summary>
    public async Task<Guid?> FindFallOfAsync(string zuweisungId, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        return await uow.FindFallOfZuweisungAsync(zuweisungId, cancellation);
    }

    /// <summary>Logs that a partner read its own referral.</summary>
    public async Task LogZuweisungAsync(string zuweisungId, Akteur akteur, CancellationToken cancellation) =>
        await LogAsync(await FindFallOfAsync(zuweisungId, cancellation), akteur, "Zuweisung", cancellation);

    /// <summary>Target groups that the concept of the person's office admits with fewer needs (R04).</summary>
    public async Task<IReadOnlyList<string>> ZielgruppenAsync(Akteur akteur, CancellationToken cancellation)
    {
        if (akteur.BueroId is null)
            return [];
        await using var uow = uows.Begin();
        return (await uow.FachkonzeptAsync(akteur.BueroId, Heute, cancellation)).ZielgruppenOrDefault;
    }

    /// <summary>Logs that a list was read; lists hold only what the access policy lets the person see.</summary>
    public Task LogListAsync(Akteur akteur, string zweck, CancellationToken cancellation) => LogAsync(null, akteur, zweck, cancellation);

    private async Task<Fallblick> LoadAsync(Guid fallId, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        var fall = await uow.FindFallAsync(fallId, cancellation) ?? throw new NotFoundException(Texte.Of("FallUnbekannt"));
        var buero = await uow.BueroAsync(fall.BueroId, cancellation);
        var konzept = await uow.FachkonzeptAsync(fall.BueroId, Heute, cancellation);
        return new(fall, buero, konzept, await uow.OffeneAufgabenAsync(fallId, cancellation), Heute);
    }

    private Task LogAsync(Guid? fallId, Akteur akteur, string zweck, CancellationToken cancellation)
    {
        var jetzt = clock.GetUtcNow();
        return protokoll.AppendAsync(
            new Zugriffsereignis
            {
                Id = Guid.CreateVersion7(jetzt),
                At = jetzt,
                AkteurId = akteur.Id,
                FallId = fallId,
                Art = Lesezugriff.Gelesen,
                Zweck = zweck,
                Grundlage = Lesezugriff.Aufgabenerfuellung,
            },
            cancellation);
    }
}
