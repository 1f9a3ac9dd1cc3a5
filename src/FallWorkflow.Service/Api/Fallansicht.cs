using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Service.Api;

/// <summary>A Fall as it stands.</summary>
/// <param name="Version">For If-Match; also in the ETag.</param>
/// <param name="Phasen">The phase and those that run beside it (R87).</param>
/// <param name="Straenge">What runs beside the phases: chains, conferences, questions, employment, missing offers.</param>
/// <param name="BeauftragterDritter">Referral of the mandated third party that leads the work with the client (R65); null if the Fallmanager does.</param>
internal sealed record FallDetailAntwort(
    Guid Id, string Nummer, string BueroId, long Version, Person? Person, Phase Phase, IReadOnlyList<Phase> Phasen, Fallstatus Status,
    string? FallmanagerId, string? IntegrationsfachkraftId, string? Zielgruppe, IReadOnlyList<Handlungsbedarf> Handlungsbedarfe,
    Zugangsergebnis? Zugang, DateOnly? UebergebenAm, DateOnly? UebergabeAngenommenAm, DateOnly? ErstmalsAufgenommenAm, DateOnly? AufgenommenAm,
    DateOnly? LetzterKontaktAm, int? RhythmusWochen, int VerlaengerungMonate, DateOnly? AssessmentAbgeschlossenAm,
    DateOnly? PlanVereinbartAm, DateOnly? PlanStandVom, DateOnly? AbgeschlossenAm, DateOnly? BeendetAm, DateOnly? RueckgabeAm, DateOnly? AufbewahrungAb,
    IReadOnlyList<Planschritt> Plan, IReadOnlyList<Ziel> Ziele, IReadOnlyList<Zuweisung> Zuweisungen, IReadOnlyList<Pause> Pausen,
    IReadOnlyList<EinschaetzungAntwort> Einschaetzungen, IReadOnlyList<Aufgabenzeile> Aufgaben, IReadOnlyList<TerminAntwort> NaechsteTermine,
    VerstehenAntwort Verstehen, IReadOnlyList<Strang> Straenge, string? BeauftragterDritter);

/// <summary>Ratings on the fixed scales, made on one day (R78).</summary>
internal sealed record EinschaetzungAntwort(DateOnly Am, string Anlass, IReadOnlyList<Einschaetzung> Werte);

/// <summary>When a process of the Fall goes on by itself.</summary>
/// <param name="Bezeichnung">The text on the canvas.</param>
/// <param name="Am">Day at the office; null while the fact it counts from has not happened.</param>
internal sealed record TerminAntwort(string Bezeichnung, DateOnly? Am, DateTimeOffset? Zeitpunkt, string? Bezug, Fristpunkt? Punkt);

/// <summary>Puts together what the API shows of a Fall.</summary>
internal sealed class Fallansicht(Lesezugriff lesen, IUnitOfWorkFactory uows, IAbfragen abfragen, TimeProvider uhr)
{
    public async Task<FallDetailAntwort> ReadAsync(Guid id, Akteur akteur, CancellationToken cancellation)
    {
        var f = await lesen.ReadAsync(id, akteur, "Fall", cancellation);
        var aufgaben = await abfragen.AufgabenDesFallsAsync(id, Ortszeit.DateOf(uhr.GetUtcNow()), cancellation);
        return new(
            f.Id, f.Nummer, f.BueroId, f.Version, f.Person, f.Phase, f.Phasen, f.Status, f.FallmanagerId, f.IntegrationsfachkraftId, f.Zielgruppe,
            f.Handlungsbedarfe, f.Zugang, f.UebergebenAm, f.UebergabeAngenommenAm, f.ErstmalsAufgenommenAm, f.AufgenommenAm, f.LetzterKontaktAm, f.RhythmusWochen,
            f.VerlaengerungMonate, f.AssessmentAbgeschlossenAm, f.PlanVereinbartAm, f.PlanStandVom, f.AbgeschlossenAm, f.BeendetAm, f.RueckgabeAm,
            f.AufbewahrungAb, f.Planschritte, [.. f.Ziele.Values], [.. f.Zuweisungen.Values], [.. f.Pausen],
            [.. f.Einschaetzungen.Select(e => new EinschaetzungAntwort(e.Am, e.Anlass, e.Werte))], aufgaben, await TermineAsync(f, cancellation),
            VerstehenAntwort.Of(f), [.. f.Straenge.Values], f.BeauftragterDritter);
    }

    private async Task<IReadOnlyList<TerminAntwort>> TermineAsync(Fall fall, CancellationToken cancellation)
    {
        await using var uow = uows.Begin();
        var timers = await uow.Engine.TimersByCorrelationAsync(fall.Korrelation, cancellation);
        return [.. timers.OrderBy(t => t.DueAt).Select(t =>
        {
            var regel = t.Rule is null ? null : Fristregel.FromJson(t.Rule);
            DateTimeOffset? zeitpunkt = t.DueAt == Fristenplan.Unbestimmt ? null : t.DueAt;
            return new TerminAntwort(
                regel?.Bezeichnung ?? t.Name, zeitpunkt is { } z ? Ortszeit.DateOf(z) : null, zeitpunkt, regel?.Bezug, regel?.Punkt);
        })];
    }
}
