using System.Text.Json;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api;

namespace FallWorkflow.Service.Fachkonzepte;

/// <summary>Versions of the offices' concepts (R85). A new one moves the dates of all running Fälle of the office at once.</summary>
internal sealed class Konzeptverwaltung(IStammdaten stammdaten, Konzeptwechsel wechsel, TimeProvider uhr)
{
    private const int Versuche = 3;

    public async Task<FachkonzepteAntwort> ReadAsync(string? bueroId, Akteur akteur, CancellationToken cancellation)
    {
        var buero = await BueroOfAsync(bueroId, akteur, cancellation);
        return new(buero, await stammdaten.FachkonzepteAsync(buero, cancellation), Fachkonzept.Standard);
    }

    /// <param name="schluessel">Idempotency key: repeated, it finds the version that it made and computes the dates once more, which changes nothing.</param>
    /// <exception cref="ConflictException">Somebody else has published a version for the office meanwhile.</exception>
    public async Task<FachkonzeptAntwort> PublishAsync(FachkonzeptAnfrage anfrage, Akteur akteur, string? schluessel, CancellationToken cancellation)
    {
        if (anfrage.Validate().ToList() is { Count: > 0 } fehler)
            throw new InvalidInputException(fehler);
        var buero = await BueroOfAsync(anfrage.BueroId, akteur, cancellation);
        var konzept = await SaveAsync(anfrage, akteur, buero, schluessel, cancellation);
        return new(konzept, await wechsel.RecomputeAsync(buero, akteur, Konzeptwechsel.AnlassOf(konzept), cancellation));
    }

    private async Task<Fachkonzept> SaveAsync(FachkonzeptAnfrage anfrage, Akteur akteur, string buero, string? schluessel, CancellationToken cancellation)
    {
        for (var versuch = 1; ; versuch++)
        {
            var bisher = await stammdaten.FachkonzepteAsync(buero, cancellation);
            var konzept = new Fachkonzept
            {
                BueroId = buero,
                Version = (bisher.Count == 0 ? 0 : bisher.Max(k => k.Version)) + 1,
                GueltigAb = anfrage.GueltigAb,
                Fristen = anfrage.Fristen,
                MindestBedarfe = anfrage.MindestBedarfe,
                Zielgruppen = anfrage.Zielgruppen,
                Begruendung = anfrage.Begruendung,
                Aufklaerungstexte = anfrage.Aufklaerungstexte,
                Planvorlagen = anfrage.Planvorlagen,
                FreigabeFuer = anfrage.FreigabeFuer,
                Aufgabenrollen = anfrage.Aufgabenrollen,
                Betreuungsschluessel = anfrage.Betreuungsschluessel,
                Mindestzahl = anfrage.Mindestzahl,
                VierAugen = anfrage.VierAugen,
            };
            try
            {
                if (await stammdaten.PublishAsync(konzept, KeyOf(akteur, buero, schluessel, konzept), cancellation))
                    return konzept;
                // The same request may have come twice at once, and the other one after these were read.
                return (await stammdaten.FachkonzepteAsync(buero, cancellation)).First(frueher => ContentOf(frueher) == ContentOf(konzept));
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Somebody else took the number, or this very request came twice at once: look again.
            }
        }
    }

    private Eingangsschluessel? KeyOf(Akteur akteur, string buero, string? schluessel, Fachkonzept konzept) => schluessel is null
        ? null
        : new($"konzept:{Kennung.Of(akteur.Id, buero, schluessel, ContentOf(konzept)):N}", uhr.GetUtcNow());

    /// <summary>Everything of a version but its number.</summary>
    private static string ContentOf(Fachkonzept k) => JsonSerializer.Serialize(new
    {
        k.GueltigAb,
        Fristen = k.Fristen.OrderBy(f => f.Key, StringComparer.Ordinal),
        k.MindestBedarfe,
        k.Zielgruppen,
        k.Begruendung,
        k.Aufklaerungstexte,
        k.Planvorlagen,
        k.FreigabeFuer,
        Aufgabenrollen = k.Aufgabenrollen?.OrderBy(r => r.Key, StringComparer.Ordinal),
        k.Betreuungsschluessel,
        k.Mindestzahl,
        k.VierAugen,
    });

    /// <summary>The office that is meant; people who belong to one see and change no other.</summary>
    private async Task<string> BueroOfAsync(string? bueroId, Akteur akteur, CancellationToken cancellation)
    {
        var buero = bueroId ?? akteur.BueroId ?? throw new InvalidInputException("bueroId", Texte.Of("Feld.Fehlt"));
        if (akteur.BueroId is not null ? akteur.BueroId != buero : akteur.Rolle is not (Rollen.Prozessgestalter or Rollen.Datenschutz))
            throw new NotFoundException(Texte.Of("Buero.Unbekannt"));
        return await stammdaten.FindBueroAsync(buero, cancellation) is null ? throw new NotFoundException(Texte.Of("Buero.Unbekannt")) : buero;
    }
}
