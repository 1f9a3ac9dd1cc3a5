using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Contracts;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenListsAreAsked<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly Akteur Weber = new("weber", "Weber", Rollen.Fallmanager, "nord");

    private IAbfragen Abfragen => Database.Get<IAbfragen>();

    [DatabaseFact]
    public async Task My_tasks_are_my_own_and_my_role_s_by_last_day_in_time()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Add(Beispiele.Aufgabe(fall.Id, null, titel: "ohne Frist"));
            uow.Add(Beispiele.Aufgabe(fall.Id, Heute.AddDays(3), titel: "der Rolle"));
            uow.Add(Beispiele.Aufgabe(fall.Id, Heute.AddDays(-1), "weber", titel: "eigene"));
            uow.Add(Beispiele.Aufgabe(fall.Id, Heute, "weber", bueroId: "sued", titel: "eigene im anderen Büro"));
            uow.Add(Beispiele.Aufgabe(fall.Id, Heute, "yilmaz", titel: "der Kollegin"));
            uow.Add(Beispiele.Aufgabe(fall.Id, Heute, bueroId: "sued", titel: "im anderen Büro"));
            uow.Add(Beispiele.Aufgabe(fall.Id, Heute, rolle: Rollen.Teamleitung, titel: "der Teamleitung"));
            var erledigt = Beispiele.Aufgabe(fall.Id, Heute, "weber", titel: "erledigt");
            erledigt.Status = Aufgabenstatus.Erledigt;
            uow.Add(erledigt);
        });
        await Database.Get<IStammdaten>().SaveAsync(new Application.Stammdaten.Benutzer { Id = "weber", Name = "Anna Weber", Rolle = Rollen.Fallmanager });

        var zeilen = await Abfragen.MeineAufgabenAsync(Weber, Heute);

        zeilen.Select(z => z.Titel).ShouldBe(["eigene", "eigene im anderen Büro", "der Rolle", "ohne Frist"]);
        zeilen.Select(z => z.IstUeberfaellig).ShouldBe([true, false, false, false]);
        (zeilen[0].FallNummer, zeilen[0].PersonName, zeilen[0].ZustaendigName).ShouldBe(("FM-2027-00001", "Ayşe Öztürk", "Anna Weber"));
        (zeilen[2].ZustaendigName, zeilen[2].ErledigtDurch.Single()).ShouldBe((null, "KontaktGehalten"));
        (await Abfragen.MeineAufgabenAsync(Weber, Heute, max: 1)).Single().Titel.ShouldBe("eigene");
        (await Abfragen.AufgabenDesBuerosAsync("nord", Heute)).Count.ShouldBe(5);
        (await Abfragen.AufgabenDesFallsAsync(fall.Id, Heute)).Count.ShouldBe(8);
        (await Abfragen.AufgabenDesFallsAsync(fall.Id, Heute))[^1].Titel.ShouldBe("erledigt");
        (await Abfragen.FindAufgabeAsync(zeilen[0].Id, Heute))!.Titel.ShouldBe("eigene");
        (await Abfragen.FindAufgabeAsync(Guid.NewGuid(), Heute)).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task A_task_held_by_a_pause_is_marked_and_not_overdue()
    {
        await InUnitOfWorkAsync(uow =>
        {
            var ruhend = Beispiele.Aufgabe(Guid.NewGuid(), Heute.AddDays(-1));
            (ruhend.RuhtVon, ruhend.RuhtBis) = (Heute.AddDays(-5), Heute);
            uow.Add(ruhend);
        });

        var heute = (await Abfragen.MeineAufgabenAsync(Weber, Heute)).Single();
        (heute.Ruht, heute.IstUeberfaellig).ShouldBe((true, false));
        var morgen = (await Abfragen.MeineAufgabenAsync(Weber, Heute.AddDays(1))).Single();
        (morgen.Ruht, morgen.IstUeberfaellig).ShouldBe((false, true));
    }

    [DatabaseFact]
    public async Task A_timeline_keeps_the_order_of_happening_within_one_instant()
    {
        var fall = Guid.NewGuid();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(Beispiele.Ereignis(fall, "später", Jetzt.AddDays(1)));
            for (var n = 0; n < 30; n++)
                uow.Add(Beispiele.Ereignis(fall, $"{n}"));
        });
        await InUnitOfWorkAsync(uow => uow.Add(Beispiele.Ereignis(fall, "30")));

        (await Abfragen.VerlaufAsync(fall)).Select(e => e.Titel).ShouldBe([.. Enumerable.Range(0, 31).Select(n => $"{n}"), "später"]);
    }

    [DatabaseFact]
    public async Task A_partner_sees_what_was_released_to_it_until_it_is_withdrawn()
    {
        var fall = Beispiele.LaufenderFall();
        foreach (var (id, traeger) in ((string, string)[])[("z1", "horizont"), ("z2", "horizont"), ("z3", "anker"), ("z4", "horizont")])
            fall.Record(Beispiele.Zuweisung(id, traeger), Beispiele.Am(Heute));
        foreach (var id in (string[])["z1", "z2", "z3"])
            fall.Record(new ZuweisungGesendet(id, ["Name"]), Beispiele.Am(Heute));
        fall.Record(new Domain.Tatsachen.ZuweisungZurueckgezogen("z2"), Beispiele.Am(Heute));
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Add(Beispiele.Nachricht(fall.Id, bezug: "z1", inhalt: Nachrichtenformat.Serialize(new ZuweisungErteilt(
                Guid.NewGuid(), "z1", "horizont", "Schuldnerberatung", new Dictionary<string, string> { ["Name"] = "Ayşe Öztürk" }, Heute.AddDays(14), Jetzt))));
        });

        var zeile = (await Abfragen.ZuweisungenAsync("horizont")).Single();

        (zeile.ZuweisungId, zeile.Stand, zeile.Leistung, zeile.AntwortBis).ShouldBe(("z1", Zuweisungsstand.Gesendet, "Schuldnerberatung", Heute.AddDays(14)));
        zeile.Felder.ShouldBe(new Dictionary<string, string> { ["Name"] = "Ayşe Öztürk" });
        (await Abfragen.FindZuweisungAsync("horizont", "z1")).ShouldNotBeNull();
        foreach (var fremd in (string[])["z2", "z3", "z4", "z5"])
            (await Abfragen.FindZuweisungAsync("horizont", fremd)).ShouldBeNull(fremd);
        (await Abfragen.NachrichtenAsync("horizont", "z1")).Single().Art.ShouldBe(Nachrichtenarten.ZuweisungErteilt);
        (await Abfragen.NachrichtenAsync("anker", "z1")).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Contacts_are_counted_by_form_and_corrected_ones_once()
    {
        var fall = Beispiele.LaufenderFall();
        Guid Halten(Kontaktform form, DateOnly tag) => fall.Record(new KontaktGehalten(form, "Themen"), Beispiele.Am(tag))[0].Id;
        Halten(Kontaktform.Buero, new(2027, 3, 31));
        Halten(Kontaktform.Spaziergang, new(2027, 3, 1));
        var falsch = Halten(Kontaktform.Telefon, new(2027, 3, 10));
        fall.Record(new KontaktGehalten(Kontaktform.Buero, "Themen"), Beispiele.Am(new(2027, 3, 10)) with { Heute = new(2027, 4, 2), Begruendung = "verwechselt" }, falsch);
        Halten(Kontaktform.Buero, new(2027, 4, 1));
        var andere = Beispiele.LaufenderFall("FM-2027-00002", "sued");
        andere.Record(new KontaktGehalten(Kontaktform.Hausbesuch, "Themen"), Beispiele.Am(new(2027, 3, 5)));
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Add(andere);
        });

        (await Abfragen.KontaktformenAsync("nord", new(2027, 3, 1), new(2027, 3, 31)))
            .ShouldBe([new(Kontaktform.Buero, 2, 2d / 3), new(Kontaktform.Spaziergang, 1, 1d / 3)]);
        (await Abfragen.KontaktformenAsync(null, new(2027, 3, 1), new(2027, 3, 31))).Sum(a => a.Anzahl).ShouldBe(4);
        (await Abfragen.KontaktformenAsync("nord", new(2028, 1, 1), new(2028, 12, 31))).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Goals_are_counted_with_their_detours_and_changes_of_the_Fallmanager_by_Fall()
    {
        var fall = Beispiele.LaufenderFall();
        Guid Vereinbaren(Fall f, string id, bool umweg, DateOnly tag) => f.Record(
            new ZielVereinbart(id, "Ziel", Zielebene.Etappenziel, "erkennbar", new(2028, 1, 1), Bedarf: Lebensbereich.Gesundheit, Ressourcen: "Schwester", Umweg: umweg), Beispiele.Am(tag))[0].Id;
        void Wechseln(Fall f, string id, DateOnly tag) => f.Record(new FallmanagerGewechselt(id, "Elternzeit", tag), Beispiele.Am(tag));
        Vereinbaren(fall, "z1", true, new(2027, 3, 1));
        var falsch = Vereinbaren(fall, "z2", true, new(2027, 3, 2));
        fall.Record(
            new ZielVereinbart("z2", "Ziel", Zielebene.Etappenziel, "erkennbar", new(2028, 1, 1), Bedarf: Lebensbereich.Gesundheit, Ressourcen: "Schwester"),
            Beispiele.Am(new(2027, 3, 2)) with { Begruendung = "kein Umweg" }, falsch);
        Vereinbaren(fall, "z3", true, new(2027, 4, 1));
        Wechseln(fall, "yilmaz", new(2027, 3, 3));
        Wechseln(fall, "weber", new(2027, 3, 4));
        var zweiter = Beispiele.LaufenderFall("FM-2027-00002");
        Wechseln(zweiter, "yilmaz", new(2027, 3, 31));
        var andere = Beispiele.LaufenderFall("FM-2027-00003", "sued");
        Vereinbaren(andere, "z4", true, new(2027, 3, 1));
        Wechseln(andere, "yilmaz", new(2027, 3, 1));
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Add(zweiter);
            uow.Add(andere);
        });

        (await Abfragen.UmwegeAsync("nord", new(2027, 3, 1), new(2027, 3, 31))).ShouldBe(new(2, 1));
        (await Abfragen.UmwegeAsync(null, new(2027, 3, 1), new(2027, 4, 1))).ShouldBe(new(4, 3));
        (await Abfragen.WechselAsync("nord", new(2027, 3, 1), new(2027, 3, 31))).Select(w => (w.FallNummer, w.Anzahl))
            .ShouldBe([(fall.Nummer, 2), ("FM-2027-00002", 1)]);
        (await Abfragen.WechselAsync("nord", new(2027, 4, 1), new(2027, 4, 30))).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_Fall_is_found_by_the_number_that_people_use()
    {
        var fall = Beispiele.LaufenderFall("FM-2027-00042");
        await InUnitOfWorkAsync(uow => uow.Add(fall));

        await using var uow = Database.Begin();
        (await uow.FindFallIdAsync("FM-2027-00042")).ShouldBe(fall.Id);
        (await uow.FindFallIdAsync("FM-2027-00043")).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Admission_is_compared_with_need()
    {
        var geprueft = Beispiele.UebergebenerFall("FM-2027-00002");
        geprueft.Record(new ZugangBewertet(true, "Grundregel", 1), Beispiele.Am(Heute));
        var nichtErfuellt = Beispiele.UebergebenerFall("FM-2027-00003");
        nichtErfuellt.Record(new ZugangBewertet(false, "keine", 1), Beispiele.Am(Heute));
        await InUnitOfWorkAsync(uow =>
        {
            foreach (var fall in (Fall[])
                [
                    Beispiele.LaufenderFall("FM-2027-00001"), geprueft, nichtErfuellt, Beispiele.UebergebenerFall("FM-2027-00004"),
                    Beispiele.LaufenderFall("FM-2027-00005", "sued"), Beispiele.LaufenderFall("FM-2027-00006", am: new(2027, 4, 1)),
                ])
                uow.Add(fall);
        });

        var grad = await Abfragen.ErreichungsgradAsync("nord", new(2027, 3, 1), new(2027, 3, 31));

        grad.ShouldBe(new Erreichungsgrad(Uebergeben: 4, Geprueft: 3, Erfuellt: 2, Aufgenommen: 1, GeprueftNichtAufgenommen: 2));
        grad.Grad.ShouldBe(0.5);
        (await Abfragen.ErreichungsgradAsync(null, new(2027, 3, 1), new(2027, 4, 1))).Aufgenommen.ShouldBe(3);
        (await Abfragen.ErreichungsgradAsync("west", new(2027, 3, 1), new(2027, 3, 31))).ShouldBe(new(0, 0, 0, 0, 0));
    }

    [DatabaseFact]
    public async Task Incidents_of_processes_that_wait_for_help_are_listed()
    {
        var fall = Beispiele.UebergebenerFall();
        var abgebrochen = Beispiele.Instanz(fall.Korrelation, "abgebrochen");
        (abgebrochen.Status, abgebrochen.SubStatus) = (WorkflowStatus.Finished, WorkflowSubStatus.Cancelled);
        var gestoert = Beispiele.Instanz(fall.Korrelation, "gestoert");
        (gestoert.Status, gestoert.SubStatus) = (WorkflowStatus.Finished, WorkflowSubStatus.Faulted);
        var ohneFall = Beispiele.Instanz(null, "ohne Fall");
        (ohneFall.Status, ohneFall.SubStatus) = (WorkflowStatus.Finished, WorkflowSubStatus.Faulted);
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            foreach (var instanz in (WorkflowInstance[])[abgebrochen, gestoert, Beispiele.Instanz(fall.Korrelation, "laeuft"), ohneFall])
            {
                uow.Engine.Add(instanz);
                uow.Engine.Append(Beispiele.Journal(instanz.Id, 1));
                uow.Engine.Append(new() { InstanceId = instanz.Id, Sequence = 2, At = Jetzt, Kind = JournalKinds.ActivityFaulted, ActivityId = "a1", Data = "{}" });
            }
        });

        var alle = await Abfragen.GestoerteProzesseAsync();
        alle.Select(s => s.Instanz.Id).Order().ShouldBe(["gestoert", "ohne Fall"]);
        alle.Single(s => s.Instanz.Id == "ohne Fall").FallId.ShouldBeNull();
        var imBuero = await Abfragen.GestoerteProzesseAsync("nord");
        imBuero.Select(s => (s.FallId, s.FallNummer, s.Instanz.Id)).ShouldBe([(fall.Id, "FM-2027-00001", "gestoert")]);
        (await Abfragen.GestoerteProzesseAsync("sued")).ShouldBeEmpty();
        (await Abfragen.GestoerteProzesseAsync(fall.Id)).Single().Instanz.Id.ShouldBe("gestoert");
        (await Abfragen.FindGestoertenProzessAsync("gestoert")).ShouldNotBeNull().FallId.ShouldBe(fall.Id);
        (await Abfragen.FindGestoertenProzessAsync("laeuft")).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Steps_that_are_tried_again_by_themselves_are_listed_by_their_next_attempt()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            foreach (var (id, korrelation, stunden) in new[] { ("spaet", fall.Korrelation, 3), ("frueh", fall.Korrelation, 1), ("ohne Fall", (string?)null, 2), ("gelungen", fall.Korrelation, 0) })
            {
                uow.Engine.Add(Beispiele.Instanz(korrelation, id));
                uow.Engine.Append(Retrying(1, "erster"));
                uow.Engine.Append(Retrying(2, "zweiter"));
                uow.Engine.Append(Beispiele.Journal(id, 3));

                // Another timer of the same step is no retry, and a step that has succeeded has none left.
                uow.Engine.Add(Timer("Frist"));
                if (stunden > 0)
                    uow.Engine.Add(Timer(WorkflowTimer.Retry));

                JournalEntry Retrying(int nr, string ursache) => new()
                {
                    InstanceId = id,
                    Sequence = nr,
                    At = Jetzt,
                    Kind = JournalKinds.ActivityRetrying,
                    ExecutionId = id + ".x",
                    ActivityId = "a1",
                    Data = $$"""{"message":"{{ursache}}","attempt":{{nr}},"of":5}""",
                };

                WorkflowTimer Timer(string name) => new()
                {
                    Id = id + name,
                    InstanceId = id,
                    ExecutionId = id + ".x",
                    ActivityId = "a1",
                    Name = name,
                    CorrelationId = korrelation,
                    DueAt = Jetzt.AddHours(stunden),
                };
            }
        });

        var alle = await Abfragen.WartendeVersucheAsync();
        alle.Select(w => w.Zeitgeber.InstanceId).ShouldBe(["frueh", "ohne Fall", "spaet"]);
        alle.ShouldAllBe(w => w.Angaben!.Contains("zweiter"));
        (alle[0].FallId, alle[0].FallNummer, alle[0].BueroId, alle[0].DefinitionId).ShouldBe((fall.Id, "FM-2027-00001", "nord", "fallmanagement"));
        alle[1].FallId.ShouldBeNull();
        (await Abfragen.WartendeVersucheAsync("nord")).Select(w => w.Zeitgeber.InstanceId).ShouldBe(["frueh", "spaet"]);
        (await Abfragen.WartendeVersucheAsync("sued")).ShouldBeEmpty();
        (await Abfragen.WartendeVersucheAsync(max: 1)).Count.ShouldBe(1);
    }

}

public sealed class WhenListsAreAskedOnSqlite : WhenListsAreAsked<OnSqlite>;

public sealed class WhenListsAreAskedOnPostgreSql : WhenListsAreAsked<OnPostgreSql>;

public sealed class WhenListsAreAskedOnSqlServer : WhenListsAreAsked<OnSqlServer>;
