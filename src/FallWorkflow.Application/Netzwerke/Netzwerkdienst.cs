using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Netzwerke;

/// <summary>Reads and adds to the network of a person's own office (R68–R71).</summary>
public sealed class Netzwerkdienst(INetzwerke netzwerke, IStammdaten stammdaten, IUnitOfWorkFactory uows, TimeProvider clock)
{
    private const int Versuche = 5;

    /// <exception cref="ZugriffVerweigertException">The person belongs to no office.</exception>
    public async Task<Netzwerkstand> ReadAsync(Akteur akteur, CancellationToken cancellation = default)
    {
        var bueroId = BueroOf(akteur);
        var netzwerk = Netzwerk.Load(bueroId, await netzwerke.ReadAsync(bueroId, cancellation));
        await using var uow = uows.Begin();
        var heute = Ortszeit.DateOf(clock.GetUtcNow());
        var buero = await uow.BueroAsync(bueroId, cancellation);
        var konzept = await uow.FachkonzeptAsync(bueroId, heute, cancellation);
        return Netzwerkstand.Of(netzwerk, konzept, Arbeitskalender.For(buero.Land, buero.LokaleFeiertage), heute);
    }

    /// <param name="schluessel">Idempotency key; the same key with the same content adds nothing.</param>
    /// <exception cref="InvalidInputException"/>
    /// <exception cref="RuleBrokenException"/>
    /// <exception cref="ZugriffVerweigertException">The role does not record this, or the person belongs to no office.</exception>
    public async Task RecordAsync(Netzwerktatsache tatsache, DateOnly wirksamAm, Akteur akteur, string? schluessel = null, CancellationToken cancellation = default)
    {
        var bueroId = BueroOf(akteur);
        if (!Netzwerkkatalog.ArtOf(tatsache).Rollen.Contains(akteur.Rolle))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        await RequireTraegerAsync(tatsache, cancellation);
        var jetzt = clock.GetUtcNow();
        var eingang = schluessel is null
            ? null
            : new Eingangsschluessel($"netzwerk:{Kennung.Of(akteur.Id, bueroId, schluessel, Netzwerkkatalog.Serialize(tatsache), $"{wirksamAm:O}"):N}", jetzt);
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                var netzwerk = Netzwerk.Load(bueroId, await netzwerke.ReadAsync(bueroId, cancellation));
                if (eingang is not null && netzwerk.Eintraege.Any(e => e.ErfasstVon == akteur.Id && e.WirksamAm == wirksamAm
                    && e.Tatsache.Bezug == tatsache.Bezug && Netzwerkkatalog.Serialize(e.Tatsache) == Netzwerkkatalog.Serialize(tatsache)))
                {
                    // Recorded already: whether by this very request the inbox would tell; the effect is the same.
                    return;
                }

                var eintrag = netzwerk.Record(tatsache, wirksamAm, Ortszeit.DateOf(jetzt), jetzt, akteur.Id);
                await netzwerke.AppendAsync(bueroId, eintrag, eingang, cancellation);
                return;
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Somebody else added first: decided again on what there is now.
            }
        }
    }

    private async Task RequireTraegerAsync(Netzwerktatsache tatsache, CancellationToken cancellation)
    {
        if (tatsache is not VereinbarungGeschlossen { TraegerId: { Length: > 0 } id } || await stammdaten.FindTraegerAsync(id, cancellation) is not null)
            return;
        var traeger = await stammdaten.TraegerAsync(cancellation);
        throw new InvalidInputException("traegerId", Texte.Of("TraegerUnbekannt", id, string.Join(", ", traeger.Select(t => t.Id))));
    }

    private static string BueroOf(Akteur akteur) => akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("NetzwerkOhneBuero"));
}
