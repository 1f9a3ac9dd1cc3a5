using System.Reflection;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Abfragen;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Queues;
using FallWorkflow.Persistence.Rows;
using FallWorkflow.Persistence.Stores;
using FallWorkflow.Persistence.Tests.Datenbanken;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FallWorkflow.Persistence.Tests;

/// <summary>
/// Without a server: every method of every port is called on a connection that only listens, and Microsoft's own parser
/// reads what it hears. It checks the language, not whether the plan is good or the lock is taken.
/// </summary>
public sealed class WhenSqlServerIsSpokenTo
{
    private static readonly DateTimeOffset Jetzt = Beispiele.Jetzt;

    [Fact]
    public void Its_migrations_are_T_SQL()
    {
        using var context = Contexts.Unconnected("SqlServer");

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        script.ShouldContain("CREATE TABLE [Eintraege]");
        Parse(script).ShouldBeEmpty();
    }

    [Fact]
    public void The_parser_notices_what_is_no_T_SQL() => Parse("SELECT [a] FROM [b] LIMIT 1").ShouldNotBeEmpty();

    [Fact]
    public async Task Every_method_of_every_port_speaks_T_SQL()
    {
        var heard = new ListeningSqlServer();
        await using var services = new ServiceCollection().AddFallWorkflowPersistence(heard, "Server=nirgends").BuildServiceProvider();
        var ports = typeof(IUnitOfWork).Assembly.GetTypes()
            .Where(t => t is { IsInterface: true, Namespace: "FallWorkflow.Application.Ports" } && services.GetService(t) is not null)
            .ToList();
        ports.Count.ShouldBeGreaterThanOrEqualTo(12);

        foreach (var port in ports.Where(p => p != typeof(IUnitOfWorkFactory)))
            await CallEverythingAsync(services.GetRequiredService(port), port);
        await using (var uow = services.GetRequiredService<IUnitOfWorkFactory>().Begin())
        {
            await CallEverythingAsync(uow, typeof(IUnitOfWork), except: nameof(IUnitOfWork.CommitAsync));
            await CallEverythingAsync(uow.Engine, typeof(IEngineStore));
            await CallAsync(() => uow.CommitAsync());
        }

        await SaveChangesAndRemovalsAsync(services);
        await ShapesThatNeedRowsAsync(services);
        await ChangesOfAUnitOfWorkAsync(services);

        heard.Statements.Count.ShouldBeGreaterThan(80);
        foreach (var start in (string[])["SELECT", "UPDATE", "DELETE", "INSERT", "SET"])
            heard.Statements.ShouldContain(s => s.StartsWith(start, StringComparison.Ordinal), $"a statement that starts with {start}");
        heard.Statements.Select(s => (Sql: s, Errors: Parse(s))).Where(s => s.Errors.Count > 0).ShouldBeEmpty();
    }

    /// <summary>What saving writes for changed and removed rows.</summary>
    private static async Task SaveChangesAndRemovalsAsync(IServiceProvider services)
    {
        object[] rows =
        [
            Beispiele.Instanz("k", "i"), Beispiele.Timer(Jetzt, "t"), Beispiele.Aufgabe(Guid.NewGuid()), Beispiele.Erinnerung(Jetzt),
            Beispiele.Lesezeichen("i", "E"), Beispiele.Ausloeser(Jetzt), Beispiele.Aufruf("c"), AkteMapping.NewHeader(Beispiele.UebergebenerFall()),
            new ZuweisungRow { ZuweisungId = "z", FallId = Guid.NewGuid(), TraegerId = "t", Leistung = "l" },
            new TerminRow { Id = Guid.NewGuid(), FallId = Guid.NewGuid(), TerminId = "t" },
        ];
        foreach (var state in (EntityState[])[EntityState.Modified, EntityState.Deleted])
        {
            foreach (var row in rows)
            {
                await using var context = Context(services);
                context.Entry(row).State = state;
                await CallAsync(() => context.SaveChangesAsync());
            }
        }
    }

    /// <summary>What a unit of work writes for new, changed and removed rows, and how it reads the Akte of a Fall that is there.</summary>
    private static async Task ChangesOfAUnitOfWorkAsync(IServiceProvider services)
    {
        var rows = services.GetRequiredService<RowDatabase>();
        var model = rows.Model;
        await rows.UseAsync(c => c.ReadAsync(model.Query<EintragRow>([(nameof(EintragRow.FallId), "=")], nameof(EintragRow.Nr)), [Guid.NewGuid()], default), default);
        await rows.UseAsync(c => c.ReadAsync(model.Query<ZuweisungRow>(nameof(ZuweisungRow.FallId)), [Guid.NewGuid()], default), default);
        await rows.UseAsync(c => c.ReadAsync(model.Query<TerminRow>(nameof(TerminRow.FallId)), [Guid.NewGuid()], default), default);
        var erreichte = model.Of<Bookmark>().Join(
            model.Query<Bookmark>(nameof(Bookmark.CorrelationId), nameof(Bookmark.Stimulus)), nameof(Bookmark.InstanceId), model.Of<WorkflowInstance>());
        await rows.UseAsync(c => c.ReadAsync(erreichte, ["k", "E"], default), default);
        await WriteAsync(Beispiele.Instanz("k", "i"), i => i.StateJson = "{1}");
        await WriteAsync(Beispiele.Timer(Jetzt, "t"), t => t.Rule = "x");
        await WriteAsync(Beispiele.Aufgabe(Guid.NewGuid()), a => a.Titel = "anders");
        await WriteAsync(AkteMapping.NewHeader(Beispiele.UebergebenerFall()), f => f.Takt++);
        await WriteAsync(Beispiele.Lesezeichen("i", "E"), _ => { });
        await WriteAsync(new SuchwortRow { FallId = Guid.NewGuid(), Wort = "mueller" }, _ => { });

        async Task WriteAsync<T>(T row, Action<T> change)
            where T : class
        {
            var map = model.Of<T>();
            var before = map.Snapshot(row);
            change(row);
            var changed = map.Changed(row, before);
            await CallAsync(() => rows.UseAsync(c => ExecuteAsync(c, new(map, map.Insert, map.InsertValues(row, 1))), default));
            RowChange delete = new(map, map.Delete, map.DeleteValues(row, before));
            var (statement, values) = map.Update(row, before, changed);
            await CallAsync(() => rows.UseAsync(c => ExecuteAsync(c, delete), default));
            if (changed != 0)
                await CallAsync(() => rows.UseAsync(c => ExecuteAsync(c, new(map, statement, values)), default));
        }

        static async Task<bool> ExecuteAsync(RowConnection connection, RowChange change)
        {
            await using var transaction = await connection.Connection.BeginTransactionAsync();
            await connection.ExecuteAsync([change], transaction, default);
            return true;
        }
    }

    /// <summary>Shapes that a method reaches only when an earlier query has found something.</summary>
    private static async Task ShapesThatNeedRowsAsync(IServiceProvider services)
    {
        await using var context = Context(services);
        await ZeitausloeserQueue.ClaimAsync(context, new("d", "a", Jetzt, 1), "w", Jetzt, default);
        await HttpAufrufQueue.ClaimAsync(context, new("c", "k", "{}", 1), "w", Jetzt, default);
        await TimerQueue.TakeAsync(context, ["t", "u"], Jetzt, Jetzt, "w#1", Jetzt, default);
        await ZeitgeberbestandStore.NextInstanzen(context, "i", 5).ToListAsync();
        await ZeitgeberbestandStore.WithoutInstance(context, "t", 5).ToListAsync();
        await ZeitgeberbestandStore.Akten(context, [Guid.NewGuid()]).ToListAsync();
        await TimerQueue.Taken(context, ["t", "u"], "w#1").ToListAsync();
        await Outbox.ClaimAsync(context, Beispiele.Nachricht(Guid.NewGuid()), "w", Jetzt, default);
        await Nummernkreis.TakeAsync(context, 2027, 1, default);
        foreach (var folge in Enum.GetValues<Fallfolge>())
        {
            foreach (var (rueckwaerts, text) in (from r in (bool[])[false, true] from t in (string?[])["anna müller", null] select (r, t)))
            {
                var filter = new Fallfilter(
                    "nord", "weber", true, Fallstatus.Laufend, Phase.Planung, Bedarfsbereich.Wohnen, new(2027, 3, 2), new(2027, 3, 2), text, folge,
                    new(folge, rueckwaerts, "FM-2027-00001", "mueller anna", new(2027, 3, 2)));
                await Fallseite.Rows(context, FallAbfrage.Filtered(context, FallAbfrage.Visible(context, Akteur.System), filter), filter, 50, 9).ToListAsync();
            }
        }

        await Listenaufbau.NextAsync(context, default);
        await Listenaufbau.ReadAsync(context, [Guid.NewGuid()], default);
    }

    private static async Task CallEverythingAsync(object target, Type port, string? except = null)
    {
        foreach (var method in port.GetInterfaces().Append(port).SelectMany(i => i.GetMethods()).Where(m => !m.IsSpecialName && m.Name != except))
        {
            // Each role has its own query of the Fälle.
            foreach (var akteur in method.GetParameters().Any(p => p.ParameterType == typeof(Akteur)) ? Akteure() : [Akteur.System])
                await CallAsync(() => ResultOf(method.Invoke(target, [.. method.GetParameters().Select(p => ArgumentOf(p, akteur))])));
        }
    }

    private static IEnumerable<Akteur> Akteure() => Rollen.Alle.Select(r => new Akteur("weber", "Weber", r, "nord"));

    private static async Task ResultOf(object? result)
    {
        switch (result)
        {
            case Task task:
                await task;
                break;
            case IAsyncEnumerable<object> rows:
                _ = await rows.CountAsync();
                break;
            case not null when result.GetType().GetMethod(nameof(ValueTask.AsTask)) is { } asTask:
                await (Task)asTask.Invoke(result, null)!;
                break;
        }
    }

    /// <summary>The listening connection finds and changes nothing, which callers notice; only what was said matters here.</summary>
    private static async Task CallAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is ConflictException or NotFoundException or InvalidOperationException or DbUpdateConcurrencyException)
        {
            _ = e;
        }
    }

    private static object? ArgumentOf(ParameterInfo parameter, Akteur akteur)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object? value = type switch
        {
            _ when type == typeof(string) => "x",
            _ when type == typeof(int) || type == typeof(long) => Convert.ChangeType(5, type, System.Globalization.CultureInfo.InvariantCulture),
            _ when type == typeof(bool) => true,
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when type == typeof(DateTimeOffset) => Jetzt,
            _ when type == typeof(DateOnly) => new DateOnly(2027, 3, 2),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(1),
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(Akteur) => akteur,
            _ when type == typeof(Statistikbereich) => new Statistikbereich("nord", "t1", new(2027, 1, 1), new(2027, 12, 31)),
            _ when type == typeof(Befragungsantwort) => new Befragungsantwort { Id = Guid.NewGuid(), BueroId = "nord", Quartal = new(2027, 1, 1), Respekt = 5 },
            _ when type == typeof(IReadOnlyList<Befragungslink>) => new[] { new Befragungslink { Pruefsumme = "p", BueroId = "nord", GueltigBis = new(2027, 6, 30) } },
            _ when type == typeof(Fallfilter) => new Fallfilter(),
            _ when type == typeof(ClaimedTimer) => new ClaimedTimer("t", "k", Jetzt, 1),
            _ when type == typeof(ClaimedTrigger) => new ClaimedTrigger("d", "a", Jetzt, 1),
            _ when type == typeof(ClaimedCall) => new ClaimedCall("c", "k", "{}", 1),
            _ when type == typeof(Erinnerungstermin) => new Erinnerungstermin(Guid.NewGuid(), Jetzt, null),
            _ when type == typeof(HttpCall) => Beispiele.Aufruf(Guid.NewGuid().ToString()),
            _ when type == typeof(IReadOnlyList<ScheduleTrigger>) => new[] { Beispiele.Ausloeser(Jetzt) },
            _ when type == typeof(Systemart) => Systemart.Demo,
            _ when type == typeof(Fall) => Beispiele.LaufenderFall(),
            _ when type == typeof(Aufgabe) => Beispiele.Aufgabe(Guid.NewGuid()),
            _ when type == typeof(Nachricht) => Beispiele.Nachricht(Guid.NewGuid()),
            _ when type == typeof(Erinnerung) => Beispiele.Erinnerung(Jetzt),
            _ when type == typeof(Verlaufsereignis) => Beispiele.Ereignis(Guid.NewGuid(), "x"),
            _ when type == typeof(WorkflowInstance) => Beispiele.Instanz("k"),
            _ when type == typeof(Bookmark) => Beispiele.Lesezeichen("i", "E"),
            _ when type == typeof(WorkflowTimer) => Beispiele.Timer(Jetzt),
            _ when type == typeof(JournalEntry) => Beispiele.Journal("i", 1),
            _ when type == typeof(Buero) => new Buero { Id = "nord", Name = "Nord", Land = Land.NW },
            _ when type == typeof(Benutzer) => new Benutzer { Id = "weber", Name = "Weber", Rolle = Rollen.Fallmanager },
            _ when type == typeof(Traeger) => new Traeger { Id = "horizont", Name = "Horizont", Leistungsbereich = "x" },
            _ when type == typeof(Fachkonzept) => new Fachkonzept { BueroId = "nord", Version = 1, GueltigAb = new(2027, 1, 1) },
            _ when type == typeof(Prozessversion) => new Prozessversion { Id = "p", DefinitionId = "d", Version = 1, Json = "{}", PublishedAt = Jetzt },
            _ when type == typeof(Zugriffsereignis) => new Zugriffsereignis { Id = Guid.NewGuid(), At = Jetzt, AkteurId = "weber", Art = "Gelesen", Zweck = "x" },
            _ when type == typeof(IdempotenteAntwort) => new IdempotenteAntwort { Key = "k", AkteurId = "weber", Status = 200, At = Jetzt },
            _ when type == typeof(GesendeteMail) => new GesendeteMail { Id = Guid.NewGuid(), At = Jetzt, An = "a", Betreff = "b", Text = "c", Schluessel = "k" },
            _ => null,
        };
        return value ?? throw new InvalidOperationException($"No example of {type.Name} for {parameter.Member.Name}: add one here.");
    }

    private static FallWorkflowDbContext Context(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<FallWorkflowDbContext>>().CreateDbContext();

    private static List<string> Parse(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")];
    }
}
