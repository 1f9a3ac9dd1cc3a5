using System.Globalization;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Application.Netzwerke;

/// <summary>
/// Reminds the team lead, once for each term, before an agreement with a partner ends (R69). Runs with the overviews of the
/// morning; the day is computed anew each time, so a changed concept or term counts at once.
/// </summary>
public sealed class Netzwerkerinnerung(INetzwerke netzwerke, IStammdaten stammdaten, IUnitOfWorkFactory uows)
{
    /// <param name="jetzt">Process time.</param>
    /// <returns>Number of reminders written by this call.</returns>
    public async Task<int> WriteAsync(DateTimeOffset jetzt, CancellationToken cancellation = default)
    {
        var heute = Ortszeit.DateOf(jetzt);
        if (jetzt < Ortszeit.At(heute, Tagesuebersicht.Uhrzeit))
            return 0;
        var geschrieben = 0;
        foreach (var buero in await stammdaten.BuerosAsync(cancellation))
        {
            var netzwerk = Netzwerk.Load(buero.Id, await netzwerke.ReadAsync(buero.Id, cancellation));
            if (netzwerk.Vereinbarungen.Count == 0)
                continue;
            await using var uow = uows.Begin();
            var konzept = await uow.FachkonzeptAsync(buero.Id, heute, cancellation);
            var kalender = Arbeitskalender.For(buero.Land, buero.LokaleFeiertage);
            foreach (var vereinbarung in netzwerk.Vereinbarungen.Values.Where(v => !v.IstBeendet && Netzwerkstand.ReminderOf(v, konzept, kalender) <= heute))
                geschrieben += await TryAddAsync(buero.Id, vereinbarung, jetzt, cancellation) ? 1 : 0;
        }

        return geschrieben;
    }

    private async Task<bool> TryAddAsync(string bueroId, Vereinbarung vereinbarung, DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var ende = vereinbarung.Ende.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var schluessel = $"vereinbarung:{bueroId}:{Kennung.Of(vereinbarung.Id):N}:{ende}";
        var traeger = await stammdaten.FindTraegerAsync(vereinbarung.TraegerId, cancellation);
        await using var uow = uows.Begin();
        if (!await uow.TryEnterInboxAsync(schluessel, jetzt, cancellation))
            return false;
        uow.Add(new Erinnerung
        {
            Id = Kennung.Of(schluessel),
            Schluessel = schluessel,
            BueroId = bueroId,
            Rolle = Rollen.Teamleitung,
            Betreff = Texte.Of("VereinbarungEndet.Betreff", traeger?.Name ?? vereinbarung.TraegerId),
            Text = Texte.Of("VereinbarungEndet.Text", traeger?.Name ?? vereinbarung.TraegerId, vereinbarung.Gegenstand, vereinbarung.Ende.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            FaelligAt = jetzt,
        });
        try
        {
            await uow.CommitAsync(cancellation);
            return true;
        }
        catch (ConflictException)
        {
            // Another node was faster, or the inbox has forgotten what the reminder's own key still knows.
            return false;
        }
    }
}
