using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Faelle;

/// <summary>How an Akte begins: with a handover, or with a contact before there is one.</summary>
public sealed partial class FallService
{
    /// <exception cref="InvalidInputException">Fields are wrong, or the named contact before the Fall is not (any more) to be found.</exception>
    /// <exception cref="RuleBrokenException"/>
    /// <exception cref="ZugriffVerweigertException"/>
    public async Task<FallErgebnis> OpenAsync(OpenFall befehl, Akteur akteur, CancellationToken cancellation = default)
    {
        Zugriffspolitik.RequireOpen(akteur, befehl.BueroId, befehl.Uebergabe);
        var eigene = IdOf(akteur, befehl.Schluessel);
        var nummer = befehl.Uebergabe.Vorkontakt;
        var frueher = string.IsNullOrWhiteSpace(nummer) ? null : await FindVorkontaktAsync(nummer.Trim(), befehl.BueroId, befehl.Schluessel is not null, cancellation);
        return await RunAsync(befehl.Schluessel is null ? null : $"fall:{eigene:N}", frueher ?? eigene, akteur, frueher is null ? NewFall(eigene, befehl.BueroId, cancellation) : null, async (scope, burst) =>
        {
            // Whoever mistypes learns nothing of a contact that is over; a repetition has been answered before.
            if (frueher is not null && scope.Fall.Status != Fallstatus.Vorkontakt)
                throw new InvalidInputException("vorkontakt", Texte.Of("VorkontaktUnbekannt", nummer!));
            var abweichung = frueher is null ? null : Vorkontaktabgleich.Compare(scope.Fall, befehl.Uebergabe);
            var eintraege = await scope.RecordAsync(befehl.Uebergabe, befehl.WirksamAm, bestaetigt: befehl.WochenendeBestaetigt);

            // What is wrong with the handover by itself has been named by now, and nothing is committed.
            if (frueher is null && !string.IsNullOrWhiteSpace(nummer))
                throw new InvalidInputException("vorkontakt", Texte.Of("VorkontaktUnbekannt", nummer));
            if (abweichung is not null)
                throw new InvalidInputException([abweichung]);
            await engine.StartAsync(burst, Lebenslauf, scope.Fall.Korrelation, null, cancellation);
            return [.. eintraege.Select(e => e.Id)];
        }, cancellation);
    }

    /// <exception cref="InvalidInputException"/>
    /// <exception cref="ZugriffVerweigertException"/>
    public Task<FallErgebnis> OpenVorkontaktAsync(OpenVorkontakt befehl, Akteur akteur, CancellationToken cancellation = default)
    {
        Zugriffspolitik.RequireOpen(akteur, befehl.BueroId, befehl.Vorkontakt);
        var id = IdOf(akteur, befehl.Schluessel);
        return RunAsync(befehl.Schluessel is null ? null : $"fall:{id:N}", id, akteur, NewFall(id, befehl.BueroId, cancellation), async (scope, burst) =>
        {
            var eintraege = await scope.RecordAsync(befehl.Vorkontakt, befehl.WirksamAm, bestaetigt: befehl.WochenendeBestaetigt);
            await TryStartAsync(burst, Vorkontakt, scope.Fall, cancellation);
            return [.. eintraege.Select(e => e.Id)];
        }, cancellation);
    }

    private Guid IdOf(Akteur akteur, string? schluessel) =>
        schluessel is null ? Guid.CreateVersion7(clock.GetUtcNow()) : Kennung.Of("fall", akteur.Id, schluessel);

    private static Func<IUnitOfWork, DateTimeOffset, Task<Fall>> NewFall(Guid id, string bueroId, CancellationToken cancellation) => async (uow, jetzt) =>
    {
        var fall = Fall.Open(id, await uow.NextFallnummerAsync(Ortszeit.DateOf(jetzt).Year, cancellation), bueroId);
        uow.Add(fall);
        return fall;
    };

    /// <summary>The Akte that begins with a contact before the Fall. Other offices' and other Fälle do not exist for the caller.</summary>
    /// <param name="wiederholbar">Whether the command may be a repetition: then the handover may be there already.</param>
    private async Task<Guid?> FindVorkontaktAsync(string nummer, string bueroId, bool wiederholbar, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        return await uow.FindFallIdAsync(nummer, cancellation) is { } id && await uow.FindFallAsync(id, cancellation) is { } fall
            && fall.BueroId == bueroId && fall.Vorkontakte.Count > 0 && (fall.Status == Fallstatus.Vorkontakt || wiederholbar)
            ? id
            : null;
    }
}
