using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Tests.Datenbanken;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests;

/// <summary>What lists search and sort by stays the same as what it is derived from.</summary>
public abstract class WhenListsAreKept<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [DatabaseFact]
    public async Task The_next_last_day_follows_the_tasks_through_any_order_of_changes()
    {
        var faelle = Enumerable.Range(1, 3).Select(n => Beispiele.LaufenderFall($"FM-2027-0000{n}")).ToArray();
        await InUnitOfWorkAsync(uow =>
        {
            foreach (var fall in faelle)
            {
                uow.Add(fall);
                uow.Add(Beispiele.Aufgabe(fall.Id, Heute.AddDays(3)));
            }
        });
        await CheckAsync("set with the Fall");

        var zufall = new Random(7);
        for (var schritt = 0; schritt < 60; schritt++)
        {
            var was = "";
            await InUnitOfWorkAsync(async uow =>
            {
                var fall = (await uow.FindFallAsync(faelle[zufall.Next(3)].Id))!;
                for (var n = zufall.Next(1, 4); n > 0; n--)
                {
                    var offene = zufall.Next(2) == 0 ? await uow.OffeneAufgabenAsync(fall.Id) : await OneOfAsync(uow, fall.Id, zufall);
                    var aufgabe = offene.Count == 0 ? null : offene[zufall.Next(offene.Count)];
                    var tag = zufall.Next(5) == 0 ? (DateOnly?)null : Heute.AddDays(zufall.Next(-20, 20));
                    switch (zufall.Next(4))
                    {
                        case 0:
                            uow.Add(Beispiele.Aufgabe(fall.Id, tag));
                            break;
                        case 1 when aufgabe is not null:
                            aufgabe.FaelligAm = tag;
                            break;
                        case 2 when aufgabe is not null:
                            aufgabe.Status = Aufgabenstatus.Erledigt;
                            break;
                        case 3 when aufgabe is not null:
                            aufgabe.Titel = "anders";
                            fall.Record(new KontaktGehalten(Kontaktform.Buero, "Themen"), Beispiele.Am(Heute));
                            break;
                    }
                }

                was = $"step {schritt}";
            });
            await CheckAsync(was);
        }
    }

    [DatabaseFact]
    public async Task What_other_rules_have_written_is_derived_anew()
    {
        var faelle = Enumerable.Range(1, 230).Select(n => Beispiele.LaufenderFall($"FM-2027-{n:D5}", nachname: $"Müller{n:D3}")).ToArray();
        await InUnitOfWorkAsync(uow =>
        {
            foreach (var fall in faelle)
            {
                uow.Add(fall);
                uow.Add(Beispiele.Aufgabe(fall.Id, Heute));
            }
        });
        await using (var context = Database.Context())
        {
            // As a migration leaves them, and one with words that no rule makes any more.
            await context.Set<SuchwortRow>().ExecuteDeleteAsync();
            context.Add(new SuchwortRow { FallId = faelle[0].Id, Wort = "veraltet" });
            context.Add(new SuchwortRow { FallId = faelle[0].Id, Wort = "ayse" });
            await context.SaveChangesAsync();
            await context.Set<FallRow>().ExecuteUpdateAsync(s => s.SetProperty(f => f.Listenstand, 0).SetProperty(f => f.Namensfolge, "").SetProperty(f => f.Bedarfe, 0).SetProperty(f => f.NaechsteFaelligkeit, DateOnly.MinValue));
        }

        // Whoever writes before is not in the way.
        await InUnitOfWorkAsync(async uow =>
        {
            (await uow.FindFallAsync(faelle[1].Id))!.Record(new KontaktGehalten(Kontaktform.Buero, "Themen"), Beispiele.Am(Heute));
            uow.Add(Beispiele.Aufgabe(faelle[1].Id, Heute.AddDays(-1)));
        });

        var anzahlen = await Task.WhenAll(Database.Get<Listenaufbau>().RunAsync(), Database.Get<Listenaufbau>().RunAsync());

        anzahlen.Sum().ShouldBe(230, "each is written once, whoever does it");
        (await Database.Get<Listenaufbau>().RunAsync()).ShouldBe(0);
        await CheckAsync("derived anew");
        (await Database.Get<IAbfragen>().FaelleAsync(Akteur.System, new(Text: "veraltet"))).Zeilen.ShouldBeEmpty();
        (await Database.Get<IAbfragen>().FaelleAsync(Akteur.System, new(Text: "mül", Bedarf: Bedarfsbereich.Familie, FaelligBis: Heute))).Gesamt.ShouldBe(230);
    }

    /// <summary>Found by another view of the database, so that the unit of work knows no more than the one task.</summary>
    private async Task<IReadOnlyList<Aufgabe>> OneOfAsync(IUnitOfWork uow, Guid fallId, Random zufall)
    {
        await using var context = Database.Context();
        var ids = await context.Set<Aufgabe>().Where(a => a.FallId == fallId && a.Status == Aufgabenstatus.Offen).OrderBy(a => a.FaelligAm).Select(a => a.Id).ToListAsync();
        return ids.Count == 0 ? [] : [(await uow.FindAufgabeAsync(ids[zufall.Next(ids.Count)]))!];
    }

    private async Task CheckAsync(string wann)
    {
        await using var context = Database.Context();
        var aufgaben = (await context.Set<Aufgabe>().AsNoTracking().ToListAsync()).ToLookup(a => a.FallId);
        var woerter = (await context.Set<SuchwortRow>().AsNoTracking().ToListAsync()).ToLookup(w => w.FallId, w => w.Wort);
        foreach (var row in await context.Set<FallRow>().AsNoTracking().ToListAsync())
        {
            row.NaechsteFaelligkeit.ShouldBe(
                aufgaben[row.Id].Where(a => a.Status == Aufgabenstatus.Offen).Min(a => a.FaelligAm) ?? DateOnly.MaxValue, $"{row.Nummer}, {wann}");
            woerter[row.Id].Order().ShouldBe(Suchwoerter.Of(row.Nummer, row.PersonName).Order(), $"{row.Nummer}, {wann}");
            row.Listenstand.ShouldBe(Listenwerte.Stand);
        }
    }
}

public sealed class WhenListsAreKeptOnSqlite : WhenListsAreKept<OnSqlite>;

public sealed class WhenListsAreKeptOnPostgreSql : WhenListsAreKept<OnPostgreSql>;

public sealed class WhenListsAreKeptOnSqlServer : WhenListsAreKept<OnSqlServer>;
