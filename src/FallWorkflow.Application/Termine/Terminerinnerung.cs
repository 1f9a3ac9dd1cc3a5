using System.Globalization;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Termine;

/// <summary>
/// Decides, once for each date of an appointment, to remind a client who consented. Runs with the overviews of the morning; the day is
/// computed anew each time, so a moved appointment or a changed concept counts at once. <see cref="Terminpost"/> sends it.
/// </summary>
public sealed class Terminerinnerung(ITermine termine, IStammdaten stammdaten, IUnitOfWorkFactory uows)
{
    /// <summary>Appointments further away are not looked at yet, however early the concept wants to remind.</summary>
    private const int VorausschauTage = 370;

    /// <summary>Key of the reminder: a moved appointment has a new one, even if it is moved back.</summary>
    public static string SchluesselOf(Guid fallId, string terminId, DateTimeOffset beginn, int verschoben) => string.Create(
        CultureInfo.InvariantCulture, $"terminerinnerung:{Terminkennung.Of(fallId, terminId):N}:{beginn.UtcDateTime:yyyyMMddHHmm}:{verschoben}");

    /// <summary>
    /// Day from which the reminder is due; null if there is none, because the appointment was agreed on that day or later and is fresh in
    /// mind. One that was moved is always told, since an earlier reminder may have told the old date.
    /// </summary>
    public static DateOnly? DayOf(Terminzeile termin, Frist vorlauf, Arbeitskalender kalender)
    {
        var tag = FristRechner.Before(Ortszeit.DateOf(termin.Beginn), vorlauf, kalender);
        return termin.Verschoben == 0 && termin.VereinbartAm >= tag ? null : tag;
    }

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
            var zeilen = await termine.ZuErinnernAsync(buero.Id, jetzt, jetzt.AddDays(VorausschauTage), cancellation);
            if (zeilen.Count == 0 || await VorlaufAsync(buero.Id, heute, cancellation) is not { } vorlauf)
                continue;
            var kalender = Arbeitskalender.For(buero.Land, buero.LokaleFeiertage);
            foreach (var zeile in zeilen.Where(z => DayOf(z, vorlauf, kalender) <= heute))
                geschrieben += await TryAddAsync(zeile, jetzt, cancellation) ? 1 : 0;
        }

        return geschrieben;
    }

    private async Task<Frist?> VorlaufAsync(string bueroId, DateOnly heute, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        return Frist.TryParse((await uow.FachkonzeptAsync(bueroId, heute, cancellation)).FindFrist(Fristparameter.TerminErinnerung), out var frist) ? frist : null;
    }

    private async Task<bool> TryAddAsync(Terminzeile zeile, DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var schluessel = SchluesselOf(zeile.FallId, zeile.TerminId, zeile.Beginn, zeile.Verschoben);
        await using var uow = uows.Begin();
        if (!await uow.TryEnterInboxAsync(schluessel, jetzt, cancellation))
            return false;

        // The row was read before this transaction: what counts is the Akte.
        if (await uow.FindFallAsync(zeile.FallId, cancellation) is not { ErinnerungAn: not null } fall
            || !fall.Termine.TryGetValue(zeile.TerminId, out var termin) || !termin.IstOffen
            || SchluesselOf(fall.Id, termin.Id, termin.Beginn, termin.Verschoben) != schluessel)
            return false;
        var fallmanager = fall.FallmanagerId is { } id ? await stammdaten.FindBenutzerAsync(id, cancellation) : null;
        uow.Add(new Erinnerung
        {
            Id = Faelle.Kennung.Of(schluessel),
            Schluessel = schluessel,
            FallId = fall.Id,
            BueroId = fall.BueroId,
            Rolle = Terminpost.Rolle,
            Betreff = Texte.Of("Terminerinnerung.Betreff", termin.Am),
            Text = TextOf(termin, fallmanager),
            FaelligAt = jetzt,
        });
        try
        {
            await uow.CommitAsync(cancellation);
            return true;
        }
        catch (ConflictException)
        {
            // Another node was faster, or somebody changes the Fall right now: then the next run decides on what they did.
            return false;
        }
    }

    /// <summary>Nothing but day, time, a neutral word and the own office: others may read along where mail is read.</summary>
    private static string TextOf(Termin termin, Benutzer? fallmanager)
    {
        var name = fallmanager?.Name ?? Texte.Of("Termin.Fallmanagement");
        return Texte.Of(
            "Terminerinnerung.Text", Terminangaben.When(termin), Begriffe.Of(termin.Zweck), Terminangaben.WhereOutside(termin) ?? Texte.Of("Termin.OrtWieVereinbart"),
            termin.Dauer, fallmanager?.EMail is { Length: > 0 } mail ? $"{name} ({mail})" : name, name);
    }
}
