using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>One program for all tests of the API; each test opens Fälle of its own.</summary>
public sealed class Gemeinsam : IAsyncLifetime
{
    /// <summary>The day on which the test clock stands, a Monday.</summary>
    public static readonly DateOnly Heute = new(2027, 1, 11);

    public static readonly DateOnly Sonntag = new(2027, 1, 10);

    public FallWorkflowApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await FallWorkflowApp.StartAsync();

    /// <summary>After all the stories that tests have told here, the lists still say what the Fälle say.</summary>
    public async Task DisposeAsync()
    {
        await Listenprobe.CheckAsync(App.ConnectionString);
        await App.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class GemeinsameApp : ICollectionFixture<Gemeinsam>
{
    public const string Name = "api";
}
