using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Termine;

/// <summary>Letter, calendar file and list of one Fall's appointments, for pages and API alike; every reading is logged (R88).</summary>
public sealed class Terminleser(IUnitOfWorkFactory uows, Lesezugriff lesen, Terminkalender termine, IStammdaten stammdaten, TimeProvider clock)
{
    /// <summary>Who may call at all; which Fälle they see is the access policy's matter.</summary>
    public const string Rollen = $"{Domain.Akte.Rollen.Fallmanager},{Domain.Akte.Rollen.Teamleitung},{Domain.Akte.Rollen.Datenschutz}";

    /// <summary>Says nothing about anybody.</summary>
    public const string Dateiname = "termin.ics";

    /// <exception cref="NotFoundException">The Fall does not exist, or not for this person.</exception>
    public async Task<(Fall Fall, IReadOnlyList<(Termin Termin, IReadOnlyList<string> Hinweise)> Termine)> ListAsync(Guid fallId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var fall = await lesen.ReadAsync(uow, fallId, akteur, "Termine", cancellation);
        var buero = await uow.BueroAsync(fall.BueroId, cancellation);
        return (fall, await termine.OfFallAsync(fall, Arbeitskalender.For(buero.Land, buero.LokaleFeiertage), cancellation));
    }

    /// <returns>The letter, and the day it is written on.</returns>
    /// <exception cref="NotFoundException">Fall or appointment do not exist for this person, or the appointment is not open any more.</exception>
    public async Task<(Einladung Brief, DateOnly Heute)> InviteAsync(Guid fallId, string terminId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var (fall, termin) = await FindAsync(uow, fallId, terminId, akteur, "Einladung zum Termin", cancellation);
        if (!termin.IstOffen)
            throw new NotFoundException(Texte.Of("TerminFindetNichtStatt"));
        var buero = await uow.BueroAsync(fall.BueroId, cancellation);
        var fallmanager = fall.FallmanagerId is { } id ? await stammdaten.FindBenutzerAsync(id, cancellation) : null;
        return (Einladung.Write(fall, termin, buero, fallmanager), Ortszeit.DateOf(clock.GetUtcNow()));
    }

    /// <summary>Of a called-off appointment as well: that file takes it out of calendars.</summary>
    /// <exception cref="NotFoundException">Fall or appointment do not exist for this person.</exception>
    public async Task<byte[]> CalendarAsync(Guid fallId, string terminId, Akteur akteur, CancellationToken cancellation = default)
    {
        await using var uow = uows.Begin();
        var (fall, termin) = await FindAsync(uow, fallId, terminId, akteur, "Kalenderdatei", cancellation);
        return Kalenderdatei.Write(fall, termin.Id);
    }

    private async Task<(Fall Fall, Termin Termin)> FindAsync(IUnitOfWork uow, Guid fallId, string terminId, Akteur akteur, string zweck, CancellationToken cancellation)
    {
        var fall = await lesen.ReadAsync(uow, fallId, akteur, zweck, cancellation);
        // In an address a slash stays escaped, since it would be the next part of it.
        return fall.Termine.TryGetValue(terminId, out var termin) || fall.Termine.TryGetValue(terminId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out termin) ? (fall, termin) : throw new NotFoundException(Texte.Of("TerminUnbekannt"));
    }
}
