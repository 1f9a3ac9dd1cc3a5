using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Tests.Datenbanken;
using FallWorkflow.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Persistence.Tests;

public sealed class WhenTheDatabaseIsAway
{
    [Fact]
    public async Task A_locked_SQLite_file_is_unavailable_and_nothing_is_half_written()
    {
        await using var database = new OnSqlite();
        await database.CreateAsync();
        await using var impatient = Provide(new SqliteDialect(TimeSpan.FromSeconds(1)), database.ConnectionString);
        var fall = Beispiele.UebergebenerFall();
        await using (var other = new SqliteConnection(database.ConnectionString))
        {
            await other.OpenAsync();
            await ExecuteAsync(other, "BEGIN EXCLUSIVE");
            await using var uow = impatient.GetRequiredService<IUnitOfWorkFactory>().Begin();
            uow.Add(fall);
            uow.Add(Beispiele.Aufgabe(fall.Id));

            await Should.ThrowAsync<StoreUnavailableException>(() => uow.CommitAsync());
            await Should.ThrowAsync<StoreUnavailableException>(
                () => uow.NextFallnummerAsync(2027).AsTask());
            await ExecuteAsync(other, "ROLLBACK");
        }

        await using var danach = database.Begin();
        (await danach.FindFallAsync(fall.Id)).ShouldBeNull();
        (await danach.OffeneAufgabenAsync(fall.Id)).ShouldBeEmpty();
        danach.Add(fall);
        await danach.CommitAsync();
    }

    [Fact]
    public async Task Readers_of_SQLite_go_on_while_somebody_writes()
    {
        await using var database = new OnSqlite();
        await database.CreateAsync();
        await using var other = new SqliteConnection(database.ConnectionString);
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN IMMEDIATE");

        await using var uow = database.Begin();
        (await uow.FindFallAsync(Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task A_missing_SQLite_folder_is_unavailable()
    {
        await using var services = Provide(new SqliteDialect(TimeSpan.FromSeconds(1)), "Data Source=/nirgends/fehlt.db");

        await Should.ThrowAsync<StoreUnavailableException>(() => services.GetRequiredService<ITimerQueue>().NextDueAsync());
    }

    [Fact]
    public async Task A_PostgreSQL_that_stops_midway_is_unavailable_for_everything()
    {
        await using var server = await PostgresServer.StartAsync(dedicated: true);
        await using var services = Provide(new PostgreSqlDialect(), await server.CreateDatabaseAsync("fallworkflow"));
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        var fall = Beispiele.UebergebenerFall();
        await using var uow = services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        await uow.FindFallAsync(fall.Id);
        uow.Add(fall);
        uow.Add(Beispiele.Nachricht(fall.Id));

        await server.StopAsync();

        await Should.ThrowAsync<StoreUnavailableException>(() => uow.CommitAsync());
        await Should.ThrowAsync<StoreUnavailableException>(() => uow.FindAufgabeAsync(Guid.NewGuid()).AsTask());
        await Should.ThrowAsync<StoreUnavailableException>(() => services.GetRequiredService<ITimerQueue>().NextDueAsync());
        await Should.ThrowAsync<StoreUnavailableException>(() => services.GetRequiredService<IOutbox>().CountUnsentAsync());
        await Should.ThrowAsync<StoreUnavailableException>(() => services.GetRequiredService<DatabaseMigrator>().EnsureSchemaIsCurrentAsync());
    }

    [Fact]
    public async Task A_PostgreSQL_that_stops_within_the_transaction_is_unavailable()
    {
        await using var server = await PostgresServer.StartAsync(dedicated: true);
        await using var services = Provide(
            new PostgreSqlDialect(), await server.CreateDatabaseAsync("fallworkflow"), new StopsServer(server, FaultPoints.BeforeCommit));
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        await using var uow = services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        uow.Add(Beispiele.UebergebenerFall());

        await Should.ThrowAsync<StoreUnavailableException>(() => uow.CommitAsync());
    }

    private static ServiceProvider Provide(DatabaseDialect dialect, string connectionString, IFaultPoints? faults = null)
    {
        var services = new ServiceCollection();
        services.AddFallWorkflowPersistence(dialect, connectionString);
        if (faults is not null)
            services.AddSingleton(faults);
        return services.BuildServiceProvider();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class StopsServer(PostgresServer server, string at) : IFaultPoints
    {
        public void Reached(string name)
        {
            if (name == at)
                server.StopAsync().GetAwaiter().GetResult();
        }
    }
}
