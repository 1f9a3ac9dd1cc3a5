using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

public sealed class WhenTheProcessIsKilled
{
    private static readonly DateOnly Heute = new(2027, 1, 11);

    /// <summary>Without jobs, whose own transactions would reach the fault point first.</summary>
    private static readonly Dictionary<string, string?> NurAnfragen = new() { ["Roles"] = "web" };

    [Fact]
    public async Task Before_the_commit_nothing_has_happened_and_the_same_key_still_works()
    {
        await using var app = await FallWorkflowApp.LaunchAsync(new Appoptionen
        {
            Umgebung = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-commit" },
            Weitere = NurAnfragen,
        });
        var vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var inhalt = new { wirksamAm = Heute, daten = Beispieldaten.Uebergabe };
        var verloren = vermittlerin.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", "k1"));
        await app.Process!.WaitForLineAsync(zeile => zeile == "AT before-commit", TimeSpan.FromSeconds(60));
        await app.Process.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(verloren);

        await app.RestartAsync(new Dictionary<string, string>());
        vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(0);
        (await vermittlerin.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", "k1"))).EnsureSuccessStatusCode();
        (await vermittlerin.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task After_the_commit_the_same_key_finds_the_Fall_that_is_there()
    {
        await using var app = await FallWorkflowApp.LaunchAsync(new Appoptionen
        {
            Umgebung = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "after-commit" },
            Weitere = NurAnfragen,
        });
        var vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var inhalt = new { wirksamAm = Heute, daten = Beispieldaten.Uebergabe };
        var verloren = vermittlerin.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", "k1"));
        await app.Process!.WaitForLineAsync(zeile => zeile == "AT after-commit", TimeSpan.FromSeconds(60));
        await app.Process.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(verloren);

        await app.RestartAsync(new Dictionary<string, string>());
        vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        (await vermittlerin.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(1);
        var antwort = await Sitzung.ReadAsync(await vermittlerin.PostAsync("/api/uebergaben", inhalt, ("Idempotency-Key", "k1")));
        antwort.GetProperty("wiederholt").GetBoolean().ShouldBeTrue();
        (await vermittlerin.GetAsync("/api/faelle")).GetProperty("gesamt").GetInt32().ShouldBe(1);
    }
}
