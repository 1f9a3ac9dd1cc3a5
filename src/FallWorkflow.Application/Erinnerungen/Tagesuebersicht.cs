using System.Globalization;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Erinnerungen;

/// <summary>
/// The daily overview: one reminder per person and Werktag of the office's Land, delivered like any other. A day that passed
/// while the service was down is not made up: its tasks are in the next overview anyway.
/// </summary>
public sealed class Tagesuebersicht(IUnitOfWorkFactory uows, IStammdaten stammdaten, ITagesaufgaben aufgaben, Erinnerungsoptionen optionen)
{
    /// <summary>Local time (Europe/Berlin) from which a day's overviews are written.</summary>
    public static readonly TimeOnly Uhrzeit = new(7, 30);

    /// <summary>Key of a person's overview of a day.</summary>
    public static string SchluesselOf(string benutzerId, DateOnly tag) =>
        string.Create(CultureInfo.InvariantCulture, $"tagesuebersicht:{benutzerId}:{tag:yyyy-MM-dd}");

    /// <summary>Writes what is missing of the day's overviews.</summary>
    /// <param name="jetzt">Process time.</param>
    /// <returns>Number of overviews written by this call.</returns>
    public async Task<int> WriteAsync(DateTimeOffset jetzt, CancellationToken cancellation = default)
    {
        var tag = Ortszeit.DateOf(jetzt);
        if (jetzt < Ortszeit.At(tag, Uhrzeit))
            return 0;
        var geschrieben = 0;
        foreach (var buero in await stammdaten.BuerosAsync(cancellation))
        {
            var kalender = Arbeitskalender.For(buero.Land, buero.LokaleFeiertage);
            if (kalender.IsWerktag(tag))
                geschrieben += await WriteAsync(buero, kalender, tag, jetzt, cancellation);
        }

        return geschrieben;
    }

    private async Task<int> WriteAsync(Buero buero, Arbeitskalender kalender, DateOnly tag, DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var personen = (await stammdaten.BenutzerAsync(buero.Id, null, cancellation))
            .Where(p => p.Rolle != Rollen.Traeger && !string.IsNullOrWhiteSpace(p.EMail)).ToList();
        if (personen.Count == 0)
            return 0;

        // The office's own entry comes last and stands for all its people, those with nothing to say included.
        await using var uow = uows.Begin();
        if (!await uow.TryEnterInboxAsync(string.Create(CultureInfo.InvariantCulture, $"tagesuebersicht:{tag:yyyy-MM-dd}:{buero.Id}"), jetzt, cancellation))
            return 0;

        var offene = await aufgaben.OffeneAsync(buero.Id, cancellation);
        // Tasks appear at the start of work, after the overview: new is what came since the last one.
        var seit = Ortszeit.At(kalender.PreviousWerktagOnOrBefore(tag.AddDays(-1)), Uhrzeit);
        var geschrieben = 0;
        foreach (var person in personen)
        {
            var text = new Uebersichtstext(tag, seit, offene.Where(a => Concerns(a, person)), optionen);
            if (!text.IsEmpty && await TryAddAsync(buero, person, tag, jetzt, text, cancellation))
                geschrieben++;
        }

        await CommitAsync(uow, cancellation);
        return geschrieben;
    }

    private async Task<bool> TryAddAsync(
        Buero buero, Benutzer person, DateOnly tag, DateTimeOffset jetzt, Uebersichtstext text, CancellationToken cancellation)
    {
        var schluessel = SchluesselOf(person.Id, tag);
        await using var uow = uows.Begin();
        if (!await uow.TryEnterInboxAsync(schluessel, jetzt, cancellation))
            return false;
        uow.Add(new Erinnerung
        {
            Id = Kennung.Of(schluessel),
            Schluessel = schluessel,
            BueroId = buero.Id,
            Rolle = person.Rolle,
            EmpfaengerId = person.Id,
            Betreff = text.Betreff,
            Text = text.Text,
            FaelligAt = jetzt,
        });
        return await CommitAsync(uow, cancellation);
    }

    /// <summary>False if another node was faster with the same.</summary>
    private static async Task<bool> CommitAsync(IUnitOfWork uow, CancellationToken cancellation)
    {
        try
        {
            await uow.CommitAsync(cancellation);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static bool Concerns(Tagesaufgabe aufgabe, Benutzer person) =>
        aufgabe.ZustaendigId is null
            ? aufgabe.Rolle == person.Rolle && aufgabe.BueroId == person.BueroId
            : aufgabe.ZustaendigId == person.Id;
}
