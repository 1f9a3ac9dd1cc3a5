using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Persistence.Tests;

/// <summary>Valid objects to store.</summary>
internal static class Beispiele
{
    public static readonly DateTimeOffset Jetzt = new(2027, 3, 2, 8, 30, 0, TimeSpan.Zero);

    public static Erfassung Am(DateOnly tag) => new(tag, tag, new(tag, new(8, 30), TimeSpan.Zero), "weber");

    public static Fall UebergebenerFall(string nummer = "FM-2027-00001", string bueroId = "nord", string nachname = "Öztürk", DateOnly? am = null)
    {
        var fall = Fall.Open(Guid.NewGuid(), nummer, bueroId);
        fall.Record(
            new Uebergeben(new("Ayşe", nachname, new(1990, 2, 28), "0521 12345", "Ährenweg 3"), [new(Bedarfsbereich.Wohnen, "keine eigene Wohnung")], true, "arbeitet gut mit"),
            Am(am ?? new(2027, 3, 1)));
        return fall;
    }

    /// <summary>Admitted, with Weber as Fallmanager.</summary>
    public static Fall LaufenderFall(string nummer = "FM-2027-00001", string bueroId = "nord", string nachname = "Öztürk", DateOnly? am = null)
    {
        var tag = am ?? new DateOnly(2027, 3, 1);
        var fall = UebergebenerFall(nummer, bueroId, nachname, tag);
        var erfassung = Am(tag);
        fall.Record(new UebergabeAngenommen("weber"), erfassung);
        fall.Record(new ErstgespraechGefuehrt(
            Kontaktform.Buero, [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))],
            Enum.GetValues<Aufklaerungsthema>(), "2027-01", LebensumstaendeGewuenscht: true), erfassung);
        fall.Record(new ZugangGeprueft(
            [new(Bedarfsbereich.Wohnen, "a"), new(Bedarfsbereich.Familie, "b"), new(Bedarfsbereich.Finanzen, "c")], true, "arbeitet mit"), erfassung);
        fall.Record(new ZugangBewertet(true, "Grundregel", 1), erfassung);
        fall.Record(new KlientEntschieden(true), erfassung);
        fall.Record(new FallAufgenommen(), erfassung);
        return fall;
    }

    public static ZuweisungVereinbart Zuweisung(string id, string traegerId = "horizont") =>
        new(id, traegerId, "Schuldnerberatung", "Schulden ordnen", true, true, true, true, [Freigabefelder.Name], Rechtsgrundlage: "§ 16a SGB II");

    public static Erinnerung Erinnerung(DateTimeOffset faelligAt, string? schluessel = null) => new()
    {
        Id = Guid.NewGuid(),
        Schluessel = schluessel ?? Guid.NewGuid().ToString(),
        BueroId = "nord",
        Rolle = Rollen.Fallmanager,
        Betreff = "Kontakt",
        Text = "Der Kontakt wird fällig.",
        FaelligAt = faelligAt,
    };

    public static Verlaufsereignis Ereignis(Guid fallId, string titel, DateTimeOffset? at = null) => new()
    {
        Id = Guid.NewGuid(),
        FallId = fallId,
        Datum = DateOnly.FromDateTime((at ?? Jetzt).Date),
        At = at ?? Jetzt,
        Art = Verlaufsarten.AufgabeErstellt,
        Titel = titel,
    };

    public static WorkflowInstance Instanz(string? correlationId = null, string? id = null) => new()
    {
        Id = id ?? Guid.NewGuid().ToString("N"),
        DefinitionId = "fallmanagement",
        DefinitionVersionId = "fallmanagement-1",
        Version = 1,
        CorrelationId = correlationId,
        CreatedAt = Jetzt,
        SubStatus = WorkflowSubStatus.Suspended,
    };

    public static Bookmark Lesezeichen(string instanceId, string stimulus, string? key = null, string? correlationId = null, DateTimeOffset? at = null) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        InstanceId = instanceId,
        ExecutionId = "x1",
        ActivityId = "a1",
        Stimulus = stimulus,
        Key = key,
        CorrelationId = correlationId,
        CreatedAt = at ?? Jetzt,
    };

    public static ScheduleTrigger Ausloeser(DateTimeOffset? dueAt, string definitionId = "nachts", string schedule = "every 00:05:00") =>
        new() { DefinitionId = definitionId, ActivityId = "T", Schedule = schedule, DueAt = dueAt };

    public static HttpCall Aufruf(string id, DateTimeOffset? createdAt = null, string? korrelation = null) => new()
    {
        Id = id,
        CorrelationId = korrelation,
        InstanceId = "i",
        ExecutionId = "i.2",
        Request = """{"url":"http://partner.example"}""",
        CreatedAt = createdAt ?? Jetzt,
    };

    public static WorkflowTimer Timer(DateTimeOffset dueAt, string? id = null, string? correlationId = null) => new()
    {
        Id = id ?? Guid.NewGuid().ToString("N"),
        InstanceId = "i1",
        ExecutionId = "x1",
        ActivityId = "a1",
        Name = "Frist",
        CorrelationId = correlationId,
        DueAt = dueAt,
    };

    public static JournalEntry Journal(string instanceId, long sequence) =>
        new() { InstanceId = instanceId, Sequence = sequence, At = Jetzt, Kind = JournalKinds.ActivityStarted };

    public static Nachricht Nachricht(Guid fallId, DateTimeOffset? at = null, string? bezug = null, string inhalt = "{}") => new()
    {
        Id = Guid.NewGuid(),
        FallId = fallId,
        Art = "ZuweisungErteilt",
        TraegerId = "horizont",
        Bezug = bezug,
        Inhalt = inhalt,
        ErstelltAm = at ?? Jetzt,
    };

    public static Aufgabe Aufgabe(
        Guid fallId, DateOnly? faelligAm = null, string? zustaendigId = null, string rolle = Rollen.Fallmanager, string bueroId = "nord", string titel = "Kontakt halten") => new()
        {
            Id = Guid.NewGuid(),
            FallId = fallId,
            BueroId = bueroId,
            Art = "Kontakt",
            Titel = titel,
            Rolle = rolle,
            ZustaendigId = zustaendigId,
            ErstelltAm = Jetzt,
            FaelligAm = faelligAm,
            ErledigtDurch = ["KontaktGehalten"],
            Ergebnisse = [],
            InstanceId = "i1",
            ExecutionId = "x1",
        };
}
