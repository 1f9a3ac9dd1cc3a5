using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Zugriff;

/// <summary>
/// Reading a Fall, for pages and API alike: who may not see it is told that it does not exist, and every reading leaves a
/// trace with person and purpose (R88) before the data is handed out.
/// </summary>
public sealed class Lesezugriff(IUnitOfWorkFactory uows, IZugriffsprotokoll protokoll, TimeProvider clock)
{
    /// <summary>What reading is called in the log.</summary>
    public const string Gelesen = "Gelesen";

    /// <summary>What handing out a copy of everything stored is called in the log.</summary>
    public const string Ausgehaendigt = "Ausgehaendigt";

    /// <summary>What taking over a Fall that ran elsewhere is called in the log.</summary>
    public const string Uebernommen = "Uebernommen";

    /// <summary>What a message to a partner is called in the log.</summary>
    public const string Uebermittelt = "Uebermittelt";

    /// <summary>Legal basis of handing out a copy.</summary>
    public const string Auskunftsrecht = "Art. 15 DSGVO, § 83 SGB X";

    /// <summary>Legal basis of reading in the course of one's task.</summary>
    public const string Aufgabenerfuellung = "§ 67b SGB X, § 51b SGB II";

    /// <param name="zweck">What the person wants to see, for example <c>Akte</c>; from the program, never typed.</param>
    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<Fall> ReadAsync(Guid fallId, Akteur akteur, string zweck, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        return await ReadAsync(uow, fallId, akteur, zweck, cancellation);
    }

    /// <summary>The same within a transaction that goes on to read more of the Fall.</summary>
    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<Fall> ReadAsync(IUnitOfWork uow, Guid fallId, Akteur akteur, string zweck, CancellationToken cancellation = default)
    {
        var fall = await uow.FindFallAsync(fallId, cancellation) ?? throw new NotFoundException(Texte.Of("FallUnbekannt"));
        Zugriffspolitik.RequireRead(akteur, fall);
        await LogAsync(fall.Id, akteur, zweck, cancellation: cancellation);
        return fall;
    }

    /// <summary>A Fall that is shown without names, for advice among colleagues (R83).</summary>
    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<Fall> ReadBeratungAsync(Guid fallId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await uow.FindFallAsync(fallId, cancellation);
        if (fall is null || !Zugriffspolitik.MayAdvise(akteur, fall))
            throw new NotFoundException(Texte.Of("FallUnbekannt"));
        await LogAsync(fall.Id, akteur, "Kollegiale Beratung", cancellation: cancellation);
        return fall;
    }

    /// <summary>A referral as its partner may see it.</summary>
    /// <exception cref="NotFoundException">The referral does not exist, is withdrawn, or is another partner's.</exception>
    public async Task<(Fall Fall, Zuweisung Zuweisung)> ReadZuweisungAsync(string zuweisungId, Akteur akteur, string zweck, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var gefunden = await FindAsync(uow, zuweisungId, akteur, cancellation);
        await LogAsync(gefunden.Fall.Id, akteur, zweck, cancellation: cancellation);
        return gefunden;
    }

    /// <summary>
    /// The Fall behind a referral of this partner; nothing of it is shown, so nothing is logged. Whether the partner may still
    /// act on it is decided by the command, which knows whether it has been executed before: who has declined sees the
    /// referral no longer, and a repetition of the decline is answered all the same.
    /// </summary>
    /// <exception cref="NotFoundException">The referral does not exist, or is another partner's.</exception>
    public async Task<Guid> FallOfZuweisungAsync(string zuweisungId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await uow.FindFallOfZuweisungAsync(zuweisungId, cancellation) is { } fallId ? await uow.FindFallAsync(fallId, cancellation) : null;
        return fall is not null && fall.Zuweisungen.TryGetValue(zuweisungId, out var zuweisung)
            && akteur.TraegerId is not null && zuweisung.TraegerId == akteur.TraegerId
                ? fall.Id
                : throw new NotFoundException(Texte.Of("ZuweisungUnbekannt"));
    }

    /// <summary>Logs that a list was read; lists hold only what the access policy lets the person see.</summary>
    public Task LogListAsync(Akteur akteur, string zweck, CancellationToken cancellation = default) =>
        LogAsync(null, akteur, zweck, cancellation: cancellation);

    /// <summary>Writes the log, where the caller has asked the access policy itself.</summary>
    /// <param name="fallId">Null where a list was read.</param>
    /// <param name="art">What was done, <see cref="Gelesen"/> or <see cref="Ausgehaendigt"/>.</param>
    public async Task LogAsync(
        Guid? fallId, Akteur akteur, string zweck, string art = Gelesen, string grundlage = Aufgabenerfuellung, CancellationToken cancellation = default)
    {
        var jetzt = clock.GetUtcNow();
        await protokoll.AppendAsync(
            new Zugriffsereignis
            {
                Id = Guid.CreateVersion7(jetzt),
                At = jetzt,
                AkteurId = akteur.Id,
                FallId = fallId,
                Art = art,
                Zweck = zweck,
                Grundlage = grundlage,
            },
            cancellation);
    }

    /// <exception cref="NotFoundException">The referral does not exist, is withdrawn, or is another partner's.</exception>
    internal static async Task<(Fall Fall, Zuweisung Zuweisung)> FindAsync(
        IUnitOfWork uow, string zuweisungId, Akteur akteur, CancellationToken cancellation)
    {
        var fall = await uow.FindFallOfZuweisungAsync(zuweisungId, cancellation) is { } fallId ? await uow.FindFallAsync(fallId, cancellation) : null;
        return fall is not null && fall.Zuweisungen.TryGetValue(zuweisungId, out var zuweisung) && Zugriffspolitik.MayRead(akteur, zuweisung)
            ? (fall, zuweisung)
            : throw new NotFoundException(Texte.Of("ZuweisungUnbekannt"));
    }
}
