using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenTheSchemaIsChecked<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [DatabaseFact]
    public async Task A_migrated_database_is_accepted_and_migrating_again_is_harmless()
    {
        await Database.Get<DatabaseMigrator>().MigrateAsync();

        await Database.Get<DatabaseMigrator>().EnsureSchemaIsCurrentAsync();
    }

    [DatabaseFact]
    public async Task A_newer_one_is_refused_by_name()
    {
        await using (var context = Database.Context())
        {
            var history = context.GetService<IHistoryRepository>();
            await context.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow("20990101000000_Zukunft", "99.0")));
        }

        foreach (var refused in (Func<Task>[])[() => Database.Get<DatabaseMigrator>().EnsureSchemaIsCurrentAsync(), () => Database.Get<DatabaseMigrator>().MigrateAsync()])
            (await Should.ThrowAsync<SchemaMismatchException>(refused)).Message.ShouldContain("newer than this program: it has 20990101000000_Zukunft");
    }

    [DatabaseFact]
    public async Task An_older_one_is_refused_by_name()
    {
        string letzte;
        await using (var context = Database.Context())
        {
            letzte = context.Database.GetMigrations().Last();
            await context.Database.ExecuteSqlRawAsync(context.GetService<IHistoryRepository>().GetDeleteScript(letzte));
        }

        (await Should.ThrowAsync<SchemaMismatchException>(() => Database.Get<DatabaseMigrator>().EnsureSchemaIsCurrentAsync()))
            .Message.ShouldContain($"older than this program: {letzte} not applied");
    }
}

public sealed class WhenTheSchemaIsCheckedOnSqlite : WhenTheSchemaIsChecked<OnSqlite>;

public sealed class WhenTheSchemaIsCheckedOnPostgreSql : WhenTheSchemaIsChecked<OnPostgreSql>;

public sealed class WhenTheSchemaIsCheckedOnSqlServer : WhenTheSchemaIsChecked<OnSqlServer>;

public sealed class WhenTheModelIsComparedWithItsMigrations
{
    public static TheoryData<string> Providers => ["Sqlite", "PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Nothing_is_missing(string provider)
    {
        using var context = Contexts.Unconnected(provider);

        context.Database.HasPendingModelChanges().ShouldBeFalse($"run: dotnet ef migrations add <Name> --project src/FallWorkflow.Persistence.{provider}");
        context.Database.GetMigrations().ShouldNotBeEmpty();
    }

    [Fact]
    public void Names_of_tables_and_columns_are_plain_letters()
    {
        using var context = Contexts.Unconnected("Sqlite");

        var namen = context.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => p.GetColumnName()).Append(t.GetTableName()!));

        namen.ShouldAllBe(n => n.All(char.IsAsciiLetter));
    }
}
