using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

public sealed class WhenFaelleMoveInTheBackgroundOnSqlite : WhenFaelleMoveInTheBackground
{
    protected override Task<FallWorkflowApp> StartAsync(IReadOnlyDictionary<string, string?> weitere) => FallWorkflowApp.StartAsync(new Appoptionen { Weitere = weitere });
}

public sealed class WhenFaelleMoveInTheBackgroundOnPostgreSql : WhenFaelleMoveInTheBackground
{
    private readonly string _name = $"wechsel_{Guid.NewGuid():N}";

    protected override async Task<FallWorkflowApp> StartAsync(IReadOnlyDictionary<string, string?> weitere) => await FallWorkflowApp.StartAsync(
        new Appoptionen { Provider = "PostgreSql", ConnectionString = await (await PostgresServer.Shared).CreateDatabaseAsync(_name), Weitere = weitere });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (await PostgresServer.Shared).DropDatabaseAsync(_name);
    }
}
