using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Auskunft;

/// <summary>
/// The copy of everything stored about a person (Art. 15 DSGVO, § 83 SGB X): the Akte, and every other row of the database that
/// belongs to the Fall, who has read it included. There is a copy only where its issue is recorded (<see cref="AuskunftErteilt"/>),
/// in the Akte and in the access log, and it says so itself.
/// </summary>
public sealed class Auskunftserteilung(IUnitOfWorkFactory uows, IFallauskunft bestand, Lesezugriff lesen)
{
    /// <summary>Roles that hand copies out: those that may record that they did.</summary>
    public static IReadOnlyList<string> Berechtigt { get; } = TatsachenKatalog.Find(nameof(AuskunftErteilt))!.Rollen;

    /// <summary>Issues of copies of this Fall, newest first.</summary>
    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    /// <exception cref="ZugriffVerweigertException">Another role hands copies out.</exception>
    public async Task<(Fall Fall, IReadOnlyList<Eintrag> Erteilungen)> ListAsync(Guid fallId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await FindAsync(uow, fallId, akteur, "Auskunft", cancellation);
        return (fall, [.. fall.Akte.Where(e => e.Tatsache is AuskunftErteilt && !fall.IsSuperseded(e)).Reverse()]);
    }

    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person; or no copy was issued with this entry.</exception>
    /// <exception cref="ZugriffVerweigertException">Another role hands copies out.</exception>
    public async Task<Fallauskunft> ReadAsync(Guid fallId, Guid eintragId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await FindAsync(uow, fallId, akteur, "Auskunft", cancellation);
        if (fall.Akte.FirstOrDefault(e => e.Id == eintragId) is not { Tatsache: AuskunftErteilt erteilt } erteilung || fall.IsSuperseded(erteilung))
            throw new NotFoundException(Texte.Of("AuskunftUnbekannt"));
        var erste = FirstOf(fall, erteilung);
        var bisher = fall.Akte.Where(e => e.Nr <= erste.Nr);
        var konzept = await uow.FachkonzeptAsync(fall.BueroId, erste.WirksamAm, cancellation);
        var aufbewahrung = bisher.Select(e => e.Tatsache).OfType<AufbewahrungsfristFestgelegt>().LastOrDefault()?.Frist
            ?? konzept.FindFrist(fall.AufgenommenAm is null ? Fristparameter.AufbewahrungOhneFall : Fristparameter.Aufbewahrung);
        if (erteilt.IstAnteil)
        {
            // A member sees what is stored about this member and nothing else (R89); nobody's share is not everything.
            if (fall.Haushalt.All(m => m.Id != erteilt.MitgliedId))
                throw new NotFoundException(Texte.Of("AuskunftUnbekannt"));
            return new(
                fall, erteilung, erste, [.. bisher.Where(e => Schwaerzung.IsAbout(e.Tatsache, erteilt.MitgliedId!))],
                Schwaerzung.ForMitglied(fall, erteilt.MitgliedId!), aufbewahrung, new Dictionary<string, IReadOnlyList<Datensatz>>());
        }

        var schwaerzung = Schwaerzung.ForKlient(fall);
        var kopie = new Fallauskunft(fall, erteilung, erste, [.. bisher], schwaerzung, aufbewahrung, new Dictionary<string, IReadOnlyList<Datensatz>>());
        if (kopie.IstUeberholt)
            return kopie;
        var tabellen = await bestand.ReadAsync(fallId, cancellation);
        return kopie with { Tabellen = tabellen.ToDictionary(t => t.Key, t => Masked(t.Value, schwaerzung)) };
    }

    /// <summary>The entry that was corrected first, where corrections lead back to it.</summary>
    private static Eintrag FirstOf(Fall fall, Eintrag eintrag)
    {
        while (eintrag.Berichtigt is { } alt && fall.Akte.FirstOrDefault(e => e.Id == alt) is { } frueher)
            eintrag = frueher;
        return eintrag;
    }

    private static IReadOnlyList<Datensatz> Masked(IReadOnlyList<Datensatz> saetze, Schwaerzung schwaerzung) =>
        [.. saetze.Select(s => new Datensatz(s.Felder.ToDictionary(f => f.Key, f => f.Value is string text ? schwaerzung.MaskStored(text) : f.Value)))];

    private async Task<Fall> FindAsync(IUnitOfWork uow, Guid fallId, Akteur akteur, string zweck, CancellationToken cancellation)
    {
        if (!Berechtigt.Contains(akteur.Rolle))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        return await lesen.ReadAsync(uow, fallId, akteur, zweck, cancellation);
    }
}
