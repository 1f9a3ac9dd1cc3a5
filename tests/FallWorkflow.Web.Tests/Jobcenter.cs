using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Web.Tests;

/// <summary>The people, partners and Fälle of the tests, made by the real commands.</summary>
public sealed class Jobcenter(IStammdaten stammdaten, FallService faelle, IUnitOfWorkFactory uows)
{
    public const string Kennwort = "geheim-genug-1";
    public const string Anna = "anna.fischer";
    public const string Bernd = "bernd.kramer";
    public const string Ines = "ines.vogt";
    public const string Theo = "theo.lang";
    public const string Dora = "dora.schutz";
    public const string Paul = "paul.prozess";
    public const string Schulden = "schuldnerberatung";
    public const string Sprache = "sprachschule";

    /// <summary>Monday, a Werktag in Bayern; the clock of the tests stands at ten o'clock.</summary>
    public static readonly DateOnly Heute = new(2027, 3, 15);

    public static Akteur AnnaAkteur { get; } = new(Anna, "Anna Fischer", Rollen.Fallmanager, "muenchen", "team1");

    public static Akteur InesAkteur { get; } = new(Ines, "Ines Vogt", Rollen.Integrationsfachkraft, "muenchen");

    public async Task CreateAsync()
    {
        await stammdaten.SaveAsync(new Buero { Id = "muenchen", Name = "Jobcenter München", Land = Land.BY });
        await stammdaten.SaveAsync(new Buero { Id = "berlin", Name = "Jobcenter Berlin", Land = Land.BE });
        await stammdaten.SaveAsync(new Traeger { Id = Schulden, Name = "Schuldnerberatung Isar", Leistungsbereich = "Schulden" });
        await stammdaten.SaveAsync(new Traeger { Id = Sprache, Name = "Sprachschule Donau", Leistungsbereich = "Sprache" });
        await AddAsync(Anna, "Anna Fischer", Rollen.Fallmanager);
        await AddAsync(Bernd, "Bernd Kramer", Rollen.Fallmanager);
        await AddAsync(Ines, "Ines Vogt", Rollen.Integrationsfachkraft);
        await AddAsync(Theo, "Theo Lang", Rollen.Teamleitung);
        await AddAsync(Dora, "Dora Schutz", Rollen.Datenschutz);
        await AddAsync(Paul, "Paul Prozess", Rollen.Prozessgestalter);
        await AddAsync("schulden", "Selma Schuld", Rollen.Traeger, Schulden);
        await AddAsync("sprache", "Sven Sprache", Rollen.Traeger, Sprache);
    }

    public async Task<Guid> OpenAsync(string nachname)
    {
        var uebergabe = new Uebergeben(
            new Person("Mira", nachname, new DateOnly(1988, 5, 4), "089 12345", "Isarweg 1, München"),
            [
                new(Bedarfsbereich.Gesundheit, "Sucht"),
                new(Bedarfsbereich.Finanzen, "Schulden"),
                new(Bedarfsbereich.Familie, "Kinderbetreuung"),
            ],
            FortschrittErwartet: true,
            "Möchte wieder arbeiten");
        return (await faelle.OpenAsync(new("muenchen", uebergabe, new(2027, 1, 11)), InesAkteur)).FallId;
    }

    public async Task<Guid> AcceptAsync(string nachname)
    {
        var fall = await OpenAsync(nachname);
        await RecordAsync(fall, new UebergabeAngenommen(Anna), new(2027, 1, 13));
        return fall;
    }

    public async Task<Guid> AdmitAsync(string nachname)
    {
        var fall = await AcceptAsync(nachname);
        var tag = new DateOnly(2027, 1, 18);
        await RecordAsync(fall, new ErstgespraechGefuehrt(
            Kontaktform.Buero,
            [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))],
            Enum.GetValues<Aufklaerungsthema>(),
            "Erstinformation 2023-1",
            LebensumstaendeGewuenscht: true), tag);
        await RecordAsync(fall, new KlientEntschieden(true), tag);
        await RecordAsync(fall, new FallAufgenommen(), tag);
        return fall;
    }

    public async Task<Guid> PlanAsync(string nachname)
    {
        var fall = await AdmitAsync(nachname);
        var tag = new DateOnly(2027, 2, 15);
        await RecordAsync(fall, new AssessmentAbgeschlossen(
            [.. Enum.GetValues<Lebensbereich>().Select(b => new Bereichsbild(b, "Problem", "Ressource", GemeinsamAm: tag, Skala: 2))],
            "Hausarzt", Einbezogen: ["Schwester"], BildungUndTeilhabe: Bildungsteilhabe.KeineKinder), tag);
        await RecordAsync(fall, new ZielVereinbart($"ziel-{fall:N}", "Schulden geregelt", Zielebene.Etappenziel, "Vergleich liegt vor", new(2027, 12, 31),
            Bedarf: Lebensbereich.MaterielleSituation, Ressourcen: "Schwester"), tag);
        await RecordAsync(fall, new PlanVereinbart(
            ["Mira", "Anna Fischer"],
            [
                new Planschritt("Schuldnerberatung aufsuchen", Verantwortung.Klient, Schrittthema.Finanzen, ZielId: $"ziel-{fall:N}"),
                new Planschritt("Suchtberatung", Verantwortung.Klient, Schrittthema.Sucht),
            ],
            "Gespräch"), tag);
        await RecordAsync(fall, new EinschaetzungFestgehalten([new(Lebensbereich.Gesundheit, 4)], "Zwischenstand"), new(2027, 3, 8));
        return fall;
    }

    /// <summary>A running Fall with a referral that was sent with name, phone and matter, and nothing else.</summary>
    public async Task<(Guid Fall, string Zuweisung)> ReferAsync(string nachname, string traeger = Schulden)
    {
        var fall = await PlanAsync(nachname);
        var zuweisung = $"zuweisung-{fall:N}";
        await RecordAsync(fall, new ZuweisungVereinbart(
            zuweisung, traeger, "Beratung", "Schulden von etwa 8.000 Euro", true, true, true, true,
            [Freigabefelder.Name, Freigabefelder.Telefon, Freigabefelder.Anliegen], Rechtsgrundlage: "§ 16a SGB II"), new(2027, 3, 12));
        return (fall, zuweisung);
    }

    public Task RecordAsync(Guid fall, Tatsache tatsache, DateOnly am, Akteur? akteur = null) =>
        faelle.RecordAsync(new(fall, tatsache, am, WochenendeBestaetigt: true), akteur ?? AnnaAkteur);

    public async Task<Fall> LoadAsync(Guid id)
    {
        await using var uow = uows.Begin();
        return (await uow.FindFallAsync(id))!;
    }

    /// <summary>First open task of a Fall.</summary>
    public async Task<Guid> TaskOfAsync(Guid fall)
    {
        await using var uow = uows.Begin();
        return (await uow.OffeneAufgabenAsync(fall))[0].Id;
    }

    private Task AddAsync(string id, string name, string rolle, string? traeger = null)
    {
        var benutzer = new Benutzer
        {
            Id = id,
            Name = name,
            Rolle = rolle,
            TraegerId = traeger,
            BueroId = traeger is null ? "muenchen" : null,
        };
        benutzer.KennwortHash = new PasswordHasher<Benutzer>().HashPassword(benutzer, Kennwort);
        return stammdaten.SaveAsync(benutzer);
    }
}
