using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Persistence.Tests;

/// <summary>What reports are made from (R44, R82, R84), and the survey, which nothing joins to a Fall (R80).</summary>
public abstract class WhenFiguresAreRead<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly Statistikbereich Jahr = new("nord", null, new(2027, 1, 1), new(2027, 12, 31));

    private IAuswertungsquelle Quelle => Database.Get<IAuswertungsquelle>();

    private IBefragungen Befragungen => Database.Get<IBefragungen>();

    [DatabaseFact]
    public async Task Every_Akte_of_the_period_is_read_once_over_all_pages()
    {
        await InUnitOfWorkAsync(uow =>
        {
            for (var n = 1; n <= 405; n++)
                uow.Add(Beispiele.LaufenderFall($"FM-2027-{n:00000}"));
            uow.Add(Beispiele.LaufenderFall("FM-2027-00406", "sued"));
            uow.Add(Beispiele.UebergebenerFall("FM-2027-00407"));
        });

        var nummern = new List<string>();
        await foreach (var fall in Quelle.AktenAsync(Jahr))
        {
            fall.ErstmalsAufgenommenAm.ShouldBe(new DateOnly(2027, 3, 1));
            nummern.Add(fall.Nummer);
        }

        nummern.ShouldBe(Enumerable.Range(1, 405).Select(n => $"FM-2027-{n:00000}"));
    }

    [DatabaseFact]
    public async Task Texts_that_no_figure_needs_are_not_read_and_corrections_are()
    {
        var fall = Beispiele.LaufenderFall();
        fall.Record(new SichtweiseFestgehalten("Arbeit", Sichtseite.Klient, "vertraulich"), Beispiele.Am(Heute));
        var kontakt = fall.Record(new KontaktGehalten(Kontaktform.Buero, "x", Minuten: 10), Beispiele.Am(Heute))[0];
        fall.Record(new KontaktGehalten(Kontaktform.Buero, "x", Minuten: 25), Beispiele.Am(Heute) with { Begruendung = "vertippt" }, kontakt.Id);
        await InUnitOfWorkAsync(uow => uow.Add(fall));

        var gelesen = await Quelle.AktenAsync(Jahr).SingleAsync();

        gelesen.Gueltige.Select(e => e.Tatsache).OfType<SichtweiseFestgehalten>().ShouldBeEmpty();
        gelesen.Gueltige.Select(e => e.Tatsache).OfType<KontaktGehalten>().Single().Minuten.ShouldBe(25);
    }

    [DatabaseFact]
    public async Task Entries_exits_and_caseloads_are_counted_by_office_and_team()
    {
        await Database.Get<IStammdaten>().SaveAsync(new Benutzer { Id = "weber", Name = "Weber", Rolle = Rollen.Fallmanager, BueroId = "nord", TeamId = "t1", GemischteAufgaben = true });
        var vorher = Beispiele.LaufenderFall("FM-2027-00001", am: new(2026, 11, 2));
        var beendet = Beispiele.LaufenderFall("FM-2027-00002");
        beendet.Record(new FallBeendet(Beendigungsgrund.Umzug, "nach Köln", true), Beispiele.Am(new(2027, 4, 1)));
        var abgeschlossen = Beispiele.LaufenderFall("FM-2027-00003");
        abgeschlossen.Record(new FallAbgeschlossen("a", "b", "c", "d", "e", true), Beispiele.Am(new(2027, 5, 3)));
        await InUnitOfWorkAsync(uow =>
        {
            foreach (var fall in new[] { vorher, beendet, abgeschlossen, Beispiele.LaufenderFall("FM-2027-00004", "sued") })
                uow.Add(fall);
        });

        (await Quelle.BestandAsync(Jahr)).ShouldBe(new(1, 2, 2));
        (await Quelle.BestandAsync(Jahr with { Bis = new(2027, 4, 30) })).ShouldBe(new(1, 2, 1));
        (await Quelle.BestandAsync(Jahr with { TeamId = "t1" })).ShouldBe(new(1, 2, 2));
        (await Quelle.BestandAsync(Jahr with { TeamId = "t2" })).ShouldBe(new(0, 0, 0));
        (await Quelle.FallzahlenAsync("nord")).ShouldBe(new Dictionary<string, (int, int)> { ["weber"] = (1, 1) });
        (await Database.Get<IStammdaten>().FindBenutzerAsync("weber"))!.GemischteAufgaben.ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task A_link_is_used_up_by_one_answer_however_many_come_at_once()
    {
        await Befragungen.AddAsync([new() { Pruefsumme = "a", BueroId = "nord", GueltigBis = new(2027, 6, 30) }, new() { Pruefsumme = "b", BueroId = "nord", GueltigBis = Heute.AddDays(-1) }]);

        var ergebnisse = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Befragungen.AnswerAsync("a", Antwort(5))));

        ergebnisse.Count(e => e).ShouldBe(1);
        (await Befragungen.SumAsync("nord", new(2027, 1, 1), new(2027, 1, 1))).Antworten.ShouldBe(1);
        (await Befragungen.FindLinkAsync("a")).ShouldBeNull();
        await Befragungen.RemoveExpiredAsync(Heute);
        (await Befragungen.FindLinkAsync("b")).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Answers_are_summed_by_office_quarter_and_question()
    {
        foreach (var antwort in new[] { Antwort(5), Antwort(4, zufriedenheit: 2), Antwort(null, zufriedenheit: 3), Antwort(1, "sued"), Antwort(1, quartal: new(2027, 4, 1)) })
            await Befragungen.AddAsync(antwort);

        var summe = await Befragungen.SumAsync("nord", new(2026, 10, 1), new(2027, 1, 1));

        (summe.Antworten, summe.Respekt, summe.Zufriedenheit, summe.Mitbestimmung).ShouldBe((3, new(2, 4.5), new(2, 2.5), new(0, null)));
        (await Befragungen.SumAsync("nord", new(2027, 7, 1), new(2027, 7, 1))).Antworten.ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Nothing_in_the_survey_can_be_joined_to_a_Fall_a_person_or_a_day()
    {
        await using var context = await Database.Get<IDbContextFactory<FallWorkflowDbContext>>().CreateDbContextAsync();
        var link = context.Model.FindEntityType(typeof(Befragungslink))!;
        var antwort = context.Model.FindEntityType(typeof(Befragungsantwort))!;

        link.GetProperties().Select(p => p.Name).ShouldBe(["Pruefsumme", "BueroId", "GueltigBis"], ignoreOrder: true);
        antwort.GetProperties().Select(p => p.Name).ShouldBe(["Id", "BueroId", "Quartal", .. Fragebogen.Fragen.Select(f => char.ToUpperInvariant(f[0]) + f[1..])], ignoreOrder: true);
        foreach (var tabelle in new[] { link, antwort })
        {
            tabelle.GetForeignKeys().ShouldBeEmpty();
            tabelle.GetReferencingForeignKeys().ShouldBeEmpty();
        }
    }

    private static Befragungsantwort Antwort(int? respekt, string buero = "nord", int? zufriedenheit = null, DateOnly? quartal = null) =>
        new() { Id = Guid.NewGuid(), BueroId = buero, Quartal = quartal ?? new(2027, 1, 1), Respekt = respekt, Zufriedenheit = zufriedenheit };
}

public sealed class WhenFiguresAreReadOnSqlite : WhenFiguresAreRead<OnSqlite>;

public sealed class WhenFiguresAreReadOnPostgreSql : WhenFiguresAreRead<OnPostgreSql>;

public sealed class WhenFiguresAreReadOnSqlServer : WhenFiguresAreRead<OnSqlServer>;
