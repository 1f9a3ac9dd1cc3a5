using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auskunft;

/// <summary>
/// The copy of everything stored about a person (Art. 15 DSGVO, § 83 SGB X): the Akte, and every other row of the database that
/// belongs to the Fall, who has read it included. That it was handed out is logged first, so the copy says so itself.
/// </summary>
public sealed class Auskunftserteilung(IUnitOfWorkFactory uows, IFallauskunft bestand, Lesezugriff lesen, TimeProvider clock)
{
    /// <summary>Roles that hand the copy out: those who answer for the Fall, and data protection.</summary>
    public static IReadOnlyList<string> Berechtigt { get; } = [Rollen.Fallmanager, Rollen.Teamleitung, Rollen.Datenschutz];

    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    /// <exception cref="ZugriffVerweigertException">Another role hands it out.</exception>
    public async Task<Fallauskunft> IssueAsync(Guid fallId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await uow.FindFallAsync(fallId, cancellation) ?? throw new NotFoundException(Texte.Of("FallUnbekannt"));
        Zugriffspolitik.RequireRead(akteur, fall);
        if (!Berechtigt.Contains(akteur.Rolle))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        await lesen.LogAsync(fallId, akteur, "Auskunft", Lesezugriff.Ausgehaendigt, Lesezugriff.Auskunftsrecht, cancellation);
        return new(fall, clock.GetUtcNow(), await bestand.ReadAsync(fallId, cancellation));
    }
}

/// <param name="Fall">With its Akte, for reading.</param>
/// <param name="ErteiltAm">Instant (UTC).</param>
/// <param name="Tabellen">Every stored row that belongs to the Fall, by table.</param>
public sealed record Fallauskunft(Fall Fall, DateTimeOffset ErteiltAm, IReadOnlyDictionary<string, IReadOnlyList<Datensatz>> Tabellen);
